#include "page/class_words.h"

#include <algorithm>

#include "base/lexicon.h"

namespace quoth::page {
namespace {

constexpr std::array<std::string_view, class_kind_count> kind_names = {
    "body",       "comment", "related", "share", "letter", "advert",
    "navigation", "byline",  "caption", "tags",  "title",  "quotation"};
constexpr std::size_t longest_word = 24;
// From this length on a word counts as the start of a longer one: "articlebodycontent".
constexpr std::size_t least_start = 5;

std::string_view next_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }

}  // namespace

const ClassWords& ClassWords::table() {
  static const ClassWords words;
  return words;
}

ClassWords::ClassWords() {
  for (std::string_view line : base::lexicon_entries("class_words")) {
    const auto* kind = std::find(kind_names.begin(), kind_names.end(), next_word(line));
    const ClassKinds kinds = 1U << static_cast<unsigned>(kind - kind_names.begin());
    for (std::string_view word = next_word(line); !word.empty(); word = next_word(line)) {
      words_.emplace_back(word, kinds);
    }
  }
  std::sort(words_.begin(), words_.end());
  std::size_t kept = 0;
  for (const auto& [word, kinds] : words_) {
    if (kept > 0 && words_[kept - 1].first == word) {
      words_[kept - 1].second |= kinds;
    } else {
      words_[kept++] = {word, kinds};
    }
  }
  words_.resize(kept);
}

ClassKinds ClassWords::of_word(std::string_view word) const {
  for (std::size_t length = word.size(); length >= std::min(word.size(), least_start); --length) {
    const std::string_view start = word.substr(0, length);
    const auto place =
        std::lower_bound(words_.begin(), words_.end(), start,
                         [](const auto& a, std::string_view b) { return a.first < b; });
    if (place != words_.end() && place->first == start) return place->second;
  }
  return 0;
}

ClassKinds ClassWords::kinds(std::string_view value) const {
  ClassKinds kinds = 0;
  std::array<char, longest_word> word{};
  std::size_t length = 0;
  const auto end_word = [&] {
    if (length >= 2) kinds |= of_word({word.data(), length});
    length = 0;
  };
  for (std::size_t k = 0; k < value.size(); ++k) {
    const char byte = value[k];
    if (!is_lower(byte) && !is_upper(byte)) {
      end_word();
      continue;
    }
    if (is_upper(byte) && k > 0 && is_lower(value[k - 1])) end_word();
    if (length < word.size()) word[length++] = is_upper(byte) ? static_cast<char>(byte + 32) : byte;
  }
  end_word();
  return kinds;
}

}  // namespace quoth::page
