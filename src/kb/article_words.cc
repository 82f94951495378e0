#include "kb/article_words.h"

#include <algorithm>
#include <string>

#include "base/lexicon.h"
#include "kb/alias_key.h"
#include "text/utf8.h"

namespace quoth::kb {
namespace {

constexpr std::size_t shortest_word = 4;  // Bytes.

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'a' && value <= 'z');
}

const std::vector<std::uint64_t>& function_words() {
  static const std::vector<std::uint64_t> hashes = [] {
    std::vector<std::uint64_t> all;
    for (const std::string_view word : base::lexicon_entries("function_words")) {
      all.push_back(key_hash(word));
    }
    std::sort(all.begin(), all.end());
    return all;
  }();
  return hashes;
}

}  // namespace

ArticleWords::ArticleWords(std::string_view text) {
  if (text::first_invalid(text)) return;
  const std::string key = alias_key(text);
  for (std::size_t at = 0; at < key.size();) {
    std::size_t end = at;
    while (end < key.size() && is_word_byte(key[end])) ++end;
    if (end - at >= shortest_word) hashes_.push_back(key_hash({key.data() + at, end - at}));
    at = end + 1;
  }
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  const std::vector<std::uint64_t>& left_out = function_words();
  std::erase_if(hashes_, [&](std::uint64_t hash) {
    return std::binary_search(left_out.begin(), left_out.end(), hash);
  });
}

double ArticleWords::share_of(const ArticleWords& others) const noexcept {
  if (others.hashes_.empty()) return 0;
  std::size_t shared = 0;
  for (const std::uint64_t hash : others.hashes_) {
    shared += std::binary_search(hashes_.begin(), hashes_.end(), hash) ? 1U : 0U;
  }
  return static_cast<double>(shared) / static_cast<double>(others.hashes_.size());
}

}  // namespace quoth::kb
