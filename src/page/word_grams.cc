#include "page/word_grams.h"

#include <algorithm>

namespace quoth::page {
namespace {

/// Calls visit(hash) for each run of three words.
template <typename Visit>
void for_each_gram(std::string_view text, Visit visit) {
  std::uint64_t before = 0, last = 0;
  for_each_word(text, [&](std::uint64_t hash) {
    if (before != 0) visit((before * 31 + last) * 31 + hash);
    before = last;
    last = hash;
  });
}

}  // namespace

WordGrams::WordGrams(std::string_view text) {
  for_each_gram(text, [&](std::uint64_t gram) { grams_.push_back(gram); });
  std::sort(grams_.begin(), grams_.end());
}

double WordGrams::share(std::string_view text) const {
  std::size_t found = 0, count = 0;
  for_each_gram(text, [&](std::uint64_t gram) {
    ++count;
    found += std::binary_search(grams_.begin(), grams_.end(), gram) ? 1 : 0;
  });
  return count == 0 ? 0 : static_cast<double>(found) / static_cast<double>(count);
}

}  // namespace quoth::page
