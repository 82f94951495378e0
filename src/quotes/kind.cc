#include "quotes/kind.h"

#include <algorithm>

namespace quoth::quotes {
namespace {

using segment::MarkedRange;
using segment::WordRange;

constexpr std::size_t direct_percent = 95;

struct Letters {
  std::size_t all = 0;
  std::size_t inside = 0;
};

/// Bytes of words that are no punctuation.
std::size_t letters_of(const Context& context, WordRange words) {
  std::size_t count = 0;
  for (std::uint32_t w = words.first; w < words.end; ++w) {
    if (!context.is_punctuation(w)) count += context.word(w).size();
  }
  return count;
}

void count(const Context& context, WordRange piece, Letters& letters) {
  letters.all += letters_of(context, piece);
  const auto& marks = context.segmented.marks;
  std::uint32_t at = piece.first;
  auto range =
      std::lower_bound(marks.begin(), marks.end(), piece.first,
                       [](const MarkedRange& m, std::uint32_t w) { return m.words.first < w; });
  for (; range != marks.end() && range->words.first < piece.end; ++range) {
    if (range->words.first < at) continue;  // Inside the one before.
    const WordRange inside{range->words.first, std::min(range->words.end, piece.end)};
    letters.inside += letters_of(context, inside);
    at = inside.end;
  }
}

}  // namespace

Quotation::Kind kind_of(const Context& context, const std::vector<WordRange>& content) {
  Letters letters;
  for (const WordRange piece : content) count(context, piece, letters);
  if (letters.inside == 0) return Quotation::Kind::indirect;
  return letters.inside * 100 > letters.all * direct_percent ? Quotation::Kind::direct
                                                             : Quotation::Kind::mixed;
}

}  // namespace quoth::quotes
