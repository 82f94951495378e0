#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/document.h"

namespace quoth::segment {

/// Values are the rows of the model's `embeddings.shape`; do not renumber.
enum class Shape : std::uint8_t { other, lower, capitalised, upper, mixed, digits, punctuation };

/// Values are the rows of the model's `embeddings.gap`; do not renumber.
enum class Gap : std::uint8_t { none, space, line, paragraph };

/// Values are the rows of the model's `embeddings.mark`; do not renumber.
enum class Mark : std::uint8_t { outside, inside, opening, closing, nested, inside_single, stray };

/// A run of letters, a punctuation sign or an ideograph; see docs/formats/model.md.
struct Word {
  Span span;                      ///< Bytes of the text.
  std::uint32_t first_piece = 0;  ///< Index into SegmentedText::pieces.
  std::uint16_t piece_count = 0;  ///< At least 1.
  Shape shape = Shape::other;
  Gap gap = Gap::none;  ///< What stands between the word before and this one.
  Mark mark = Mark::outside;
};

/// Half-open range of words, [first, end).
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  auto operator<=>(const WordRange&) const = default;
};

/// A pair of quotation marks and what they enclose. Where the closing mark is missing, `closed` is
/// false and the range ends with the paragraph, the marks around it, or before the next opening one.
struct MarkedRange {
  WordRange words;  ///< Opening mark up to and including the closing one.
  bool closed = true;
  bool single = false;     ///< ‘…’ or '…'.
  std::uint8_t depth = 0;  ///< 0: outermost.
};

/// A text cut into words, sentences and paragraphs, nothing lost: what lies between words is white
/// space and invisible signs. Holds no text; valid for the document it was made from.
struct SegmentedText {
  std::vector<Word> words;
  std::vector<std::int32_t> pieces;   ///< Word-piece ids of all words, in order.
  std::vector<WordRange> sentences;   ///< In order, without holes.
  std::vector<WordRange> paragraphs;  ///< In order, without holes; a sentence lies in one of them.
  std::vector<MarkedRange> marks;     ///< In order of their first word.
};

}  // namespace quoth::segment
