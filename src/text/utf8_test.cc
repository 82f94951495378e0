#include "text/utf8.h"

#include <gtest/gtest.h>

#include <vector>

namespace quoth::text {
namespace {

using namespace std::string_literals;

TEST(Utf8, finds_the_first_invalid_byte) {
  const struct {
    std::string bytes;
    std::size_t at;
  } cases[] = {
      {"caf\xE9 late", 3},       // Latin-1
      {"\x80", 0},               // a continuation byte alone
      {"ab\xC0\x80", 2},         // overlong NUL
      {"a\xE0\x80\xAF", 1},      // overlong slash
      {"ab\xED\xA0\x80", 2},     // a surrogate
      {"\xF4\x90\x80\x80", 0},   // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},   // no lead byte
      {"“We won”\xE2\x80", 12},  // cut off at the end
      {"é\0\xFF"s, 3},           // after a NUL
  };
  for (const auto& [bytes, at] : cases) EXPECT_EQ(first_invalid(bytes), at) << bytes;
}

TEST(Utf8, every_scalar_value_is_valid_and_comes_back_from_its_sequence) {
  std::string text;
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point == 0xD800) point = 0xE000;
    append(text, point);
  }
  ASSERT_EQ(first_invalid(text), std::nullopt);
  EXPECT_EQ(replace_invalid(text), text);
  std::size_t at = 0;
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point == 0xD800) point = 0xE000;
    const CodePoint decoded = decode(text, at);
    ASSERT_EQ(decoded.value, point);
    at += decoded.size;
  }
  EXPECT_EQ(at, text.size());
}

TEST(Utf8, replaces_each_maximal_part_of_a_broken_sequence_by_one_sign) {
  const struct {
    std::string bytes;
    std::string text;
  } cases[] = {
      {"", ""},
      {"caf\xE9 late", "caf\uFFFD late"},
      {"\xE2\x80", "\uFFFD"},
      {"\xE2\x80 said", "\uFFFD said"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"\xF0\x9F\x94x", "\uFFFDx"},
      {"a\x80\x80z", "a\uFFFD\uFFFDz"},
  };
  for (const auto& [bytes, text] : cases) EXPECT_EQ(replace_invalid(bytes), text) << bytes;
}

}  // namespace
}  // namespace quoth::text
