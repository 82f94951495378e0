#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "quoth/document.h"

namespace quoth {

/// Half-open range of Unicode code points, [start, end): offsets of Python, spaCy and brat.
struct CodePointSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  auto operator<=>(const CodePointSpan&) const = default;
};

/// Half-open range of UTF-16 code units, [start, end): offsets of JavaScript, Java and .NET.
struct Utf16Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Utf16Span&) const = default;
};

/// Turns the byte spans of one document into the other two units. Made once in one pass over the
/// text, then a conversion takes constant time. Holds no text: it may outlive the document. Immutable;
/// any number of threads may use it. Takes 3/8 of the text's bytes in memory, nothing for ASCII.
///
///     text         é        🔥            !         Span       CodePointSpan  Utf16Span
///     byte         0 1      2 3 4 5       6         {2, 6} 🔥  {1, 2}         {1, 3}
///     code point   0        1             2         {6, 7} !   {2, 3}         {3, 4}
///     UTF-16       0        1 2           3         {7, 7}     {3, 3}         {4, 4}
class OffsetMap {
 public:
  explicit OffsetMap(const Document& document);

  /// REQUIRES: the span came from the document, so it splits no UTF-8 sequence.
  CodePointSpan code_points(Span span) const noexcept {
    return {convert(span.start).code_points, convert(span.end).code_points};
  }
  Utf16Span utf16(Span span) const noexcept {
    return {convert(span.start).utf16_units, convert(span.end).utf16_units};
  }

 private:
  struct Counts {
    std::uint32_t code_points = 0;
    std::uint32_t utf16_units = 0;
  };
  /// 64 bytes of text: what came before them, and a bit for each byte that starts a sequence, and
  /// that starts one of four bytes (two UTF-16 units).
  struct Block {
    Counts before;
    std::uint64_t starts = 0;
    std::uint64_t long_starts = 0;
  };
  Counts convert(std::uint32_t byte) const noexcept;

  std::vector<Block> blocks_;  ///< Empty for ASCII, where all units are one.
};

}  // namespace quoth
