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
    auto range =
        std::lower_bound(marks.begin(), marks.end(), piece.first > 3 ? piece.first - 3 : 0,
                         [](const MarkedRange& m, std::uint32_t w) { return m.words.first < w; });
    for (; range != marks.end() && range->words.first < piece.end; ++range) {
      const bool reaches_over = range->words.first < piece.first || range->words.end > piece.end;
      if (!reaches_over || !fills(context, piece, *range)) continue;
      piece.first = std::min(piece.first, range->words.first);
      piece.end = std::max(piece.end, range->words.end);
      changed = true;
    }
  }
  return changed;
}

std::uint32_t overlap(WordRange a, WordRange b) {
  const std::uint32_t first = std::max(a.first, b.first);
  const std::uint32_t end = std::min(a.end, b.end);
  return first < end ? end - first : 0;
}

constexpr std::ptrdiff_t ranges_before = 4;  // Marks within marks may lie between.

bool complete_marks(const Context& context, Draft& draft) {
  std::sort(draft.content.begin(), draft.content.end());
  const auto& marks = context.segmented.marks;
  const std::uint32_t last = draft.content.back().end;
  std::vector<WordRange> whole;
  auto range =
      std::lower_bound(marks.begin(), marks.end(), draft.content.front().first,
                       [](const MarkedRange& m, std::uint32_t w) { return m.words.first < w; });
  // The range that the first piece stands in starts before it.
  range -= std::min<std::ptrdiff_t>(ranges_before, range - marks.begin());
  for (; range != marks.end() && range->words.first < last; ++range) {
    const bool anchor_inside = overlap(range->words, {draft.anchor, draft.anchor + 1}) > 0;
    if (!range->closed || range->depth > 0 || anchor_inside) continue;
    std::uint32_t covered = 0;
    for (const WordRange piece : draft.content) covered += overlap(piece, range->words);
    const std::uint32_t size = range->words.end - range->words.first;
    if (covered < size && 4 * covered >= 3 * size) whole.push_back(range->words);
  }
  draft.content.insert(draft.content.end(), whole.begin(), whole.end());
  return !whole.empty();
}

/// A closing mark at the end whose opening one stands before the piece closes something around the piece.
bool leave_outer_close(const Context& context, Draft& draft) {
  bool changed = false;
  const auto& marks = context.segmented.marks;
  for (WordRange& piece : draft.content) {
    if (piece.end - piece.first < 2 || context.segmented.words[piece.end - 1].mark != Mark::closing)
      continue;
    const auto starts_before = [](const MarkedRange& m, std::uint32_t w) {
      return m.words.first < w;
    };
    const bool opens_inside =
        std::any_of(std::lower_bound(marks.begin(), marks.end(), piece.first, starts_before),
                    std::lower_bound(marks.begin(), marks.end(), piece.end, starts_before),
                    [&](const MarkedRange& m) { return m.words.end == piece.end; });
    if (opens_inside) continue;
    --piece.end;
    changed = true;
  }
  return changed;
}

/// One quoted sentence ends and another begins between the pieces, or a paragraph: "… go." "… stay."
bool are_parted(const Context& context, std::uint32_t next) {
  const auto& words = context.segmented.words;
  if (words[next - 1].mark != Mark::closing) return false;
  return words[next].mark == Mark::opening || words[next].gap == segment::Gap::paragraph;
}

bool join_pieces(const Context& context, Draft& draft) {
  std::sort(draft.content.begin(), draft.content.end());
  const std::size_t before = draft.content.size();
  std::vector<WordRange> joined;
  for (const WordRange piece : draft.content) {
    const bool touches = !joined.empty() && piece.first <= joined.back().end;
    if (touches && (piece.first < joined.back().end || !are_parted(context, piece.first))) {
      joined.back().end = std::max(joined.back().end, piece.end);
    } else {
      joined.push_back(piece);
    }
  }
  draft.content = std::move(joined);
  return draft.content.size() != before;
}

constexpr std::array<DraftRule, 5> rules{{{"complete_marks", &complete_marks},
                                          {"join_pieces", &join_pieces},
                                          {"leave_outer_close", &leave_outer_close},
                                          {"trim_edges", &trim_edges},
                                          {"take_in_marks", &take_in_marks}}};

}  // namespace

std::span<const DraftRule> draft_rules() { return rules; }

}  // namespace quoth::quotes
