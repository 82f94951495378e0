#include "quoth/offsets.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace quoth {
namespace {

Document document(std::string text) { return *Document::from_utf8(std::move(text)); }

TEST(OffsetMap, ascii_offsets_are_the_same_in_all_units) {
  const OffsetMap map(document("\"We won,\" she said."));
  EXPECT_EQ(map.code_points({10, 13}), (CodePointSpan{10, 13}));
  EXPECT_EQ(map.utf16({10, 13}), (Utf16Span{10, 13}));
}

TEST(OffsetMap, the_headers_figure_is_right) {
  const OffsetMap map(document("é🔥!"));
  EXPECT_EQ(map.code_points({2, 6}), (CodePointSpan{1, 2}));
  EXPECT_EQ(map.utf16({2, 6}), (Utf16Span{1, 3}));
  EXPECT_EQ(map.code_points({6, 7}), (CodePointSpan{2, 3}));
  EXPECT_EQ(map.utf16({6, 7}), (Utf16Span{3, 4}));
  EXPECT_EQ(map.code_points({7, 7}), (CodePointSpan{3, 3}));
  EXPECT_EQ(map.utf16({7, 7}), (Utf16Span{4, 4}));
}

TEST(OffsetMap, an_empty_document_has_an_empty_span) {
  const OffsetMap map(document(""));
  EXPECT_EQ(map.code_points({0, 0}), (CodePointSpan{0, 0}));
}

TEST(OffsetMap, agrees_with_counting_at_every_byte_of_a_long_text) {
  std::string text;
  for (int k = 0; k < 70; ++k) text += "a“é🔥 ";  // Sequences of every length across block ends.
  const Document long_document = document(text);
  const OffsetMap map(long_document);
  std::uint32_t points = 0;
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<std::uint32_t>(at);
    ASSERT_EQ(map.code_points({byte, byte}), (CodePointSpan{points, points})) << at;
    ASSERT_EQ(map.utf16({byte, byte}), (Utf16Span{units, units})) << at;
    const text::CodePoint point = text::decode(text, at);
    at += point.size;
    points += 1;
    units += point.size == 4 ? 2U : 1U;
  }
}

}  // namespace
}  // namespace quoth
