#include <algorithm>
#include <array>

#include "quotes/rules.h"

namespace quoth::quotes {
namespace {

using segment::Mark;
using segment::MarkedRange;
using segment::WordRange;

bool is_outside_marks(const Context& context, std::uint32_t word) {
  return context.segmented.words[word].mark == Mark::outside;
}

bool is_edge_sign(std::string_view sign) {
  return sign == "," || sign == "." || sign == ";" || sign == ":";
}

bool trim_edges(const Context& context, Draft& draft) {
  bool changed = false;
  const auto can_go = [&](std::uint32_t word) {
    return is_outside_marks(context, word) && is_edge_sign(context.word(word));
  };
  // "U.S." keeps its stop: the stop is glued to an initial.
  const auto is_initial = [&](std::uint32_t word) {
    return word > 0 && context.word(word) == "." &&
           context.segmented.words[word].gap == segment::Gap::none &&
           context.word(word - 1).size() == 1 && word > 1 && context.word(word - 2) == ".";
  };
  for (WordRange& piece : draft.content) {
    while (piece.first < piece.end && can_go(piece.first)) {
      ++piece.first;
      changed = true;
    }
    while (piece.first < piece.end && can_go(piece.end - 1) && !is_initial(piece.end - 1)) {
      --piece.end;
      changed = true;
    }
  }
  std::erase_if(draft.content, [](WordRange piece) { return piece.first == piece.end; });
  return changed;
}

/// Whether the piece holds every word of the range that is no mark and no punctuation at its inner edges.
bool fills(const Context& context, const WordRange& piece, const MarkedRange& range) {
  std::uint32_t first = range.words.first + 1;
  std::uint32_t last = range.words.end - (range.closed ? 1U : 0U);
  while (first < last && context.is_punctuation(first)) ++first;
  while (first < last && context.is_punctuation(last - 1)) --last;
  return first < last && piece.first <= first && last <= piece.end;
}

bool take_in_marks(const Context& context, Draft& draft) {
  bool changed = false;
  const auto& marks = context.segmented.marks;
  for (WordRange& piece : draft.content) {
    // Only ranges that reach over the piece's ends can matter: those that start at most a few words before its end.
    auto range = std::lower_bound(marks.begin(), marks.end(), piece.first > 3 ? piece.first - 3 : 0,
                                  [](const MarkedRange& m, std::uint32_t w) { return m.words.first < w; });
    for (; range != marks.end() && range->words.first < piece.end; ++range) {
      const bool reaches_over =
          range->words.first < piece.first || range->words.end > piece.end;
      if (!reaches_over || !fills(context, piece, *range)) continue;
      piece.first = std::min(piece.first, range->words.first);
      piece.end = std::max(piece.end, range->words.end);
      changed = true;
    }
  }
  return changed;
}

/// Half of the words of a closed marked range, from its start on.
bool starts_and_covers_half(const WordRange& piece, const MarkedRange& range) {
  const std::uint32_t size = range.words.end - range.words.first;
  return piece.first <= range.words.first + 1 && piece.end < range.words.end &&
         2 * (piece.end - range.words.first) >= size;
}

bool finish_marks(const Context& context, Draft& draft) {
  bool changed = false;
  const auto& marks = context.segmented.marks;
  for (WordRange& piece : draft.content) {
    const std::uint32_t from = piece.first > 0 ? piece.first - 1 : 0;
    auto range = std::lower_bound(marks.begin(), marks.end(), from,
                                  [](const MarkedRange& m, std::uint32_t w) { return m.words.first < w; });
    for (; range != marks.end() && range->words.first <= piece.first; ++range) {
      const bool anchor_inside =
          draft.anchor >= range->words.first && draft.anchor < range->words.end;
      if (!range->closed || anchor_inside || !starts_and_covers_half(piece, *range)) continue;
      piece.end = range->words.end;
      changed = true;
    }
  }
  return changed;
}

bool join_pieces(const Context&, Draft& draft) {
  std::sort(draft.content.begin(), draft.content.end());
  const std::size_t before = draft.content.size();
  std::vector<WordRange> joined;
  for (const WordRange piece : draft.content) {
    if (!joined.empty() && piece.first <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, piece.end);
    } else {
      joined.push_back(piece);
    }
  }
  draft.content = std::move(joined);
  return draft.content.size() != before;
}

constexpr std::array<DraftRule, 4> rules{{{"finish_marks", &finish_marks},
                                          {"trim_edges", &trim_edges},
                                          {"take_in_marks", &take_in_marks},
                                          {"join_pieces", &join_pieces}}};

}  // namespace

std::span<const DraftRule> draft_rules() { return rules; }

}  // namespace quoth::quotes
