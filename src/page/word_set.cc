#include "page/word_set.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "page/word_grams.h"

namespace quoth::page {
namespace {

struct Words {
  std::array<std::uint64_t, 64> hashes{};
  std::size_t count = 0;
};

Words words_of(std::string_view text) {
  Words words;
  for_each_word(text, [&](std::uint64_t hash) {
    if (words.count < words.hashes.size()) words.hashes[words.count++] = hash;
  });
  return words;
}

}  // namespace

double share_of_words(std::string_view text, std::string_view other) {
  const Words words = words_of(text), others = words_of(other);
  if (words.count == 0) return 0;
  const auto* const end = others.hashes.begin() + others.count;
  const auto found = std::count_if(
      words.hashes.begin(), words.hashes.begin() + words.count,
      [&](std::uint64_t hash) { return std::find(others.hashes.begin(), end, hash) != end; });
  return static_cast<double>(found) / static_cast<double>(words.count);
}

}  // namespace quoth::page
