#include "text/encoding.h"

#include <gtest/gtest.h>

namespace quoth::text {
namespace {

using namespace std::string_literals;

std::string converted(std::string_view bytes, const std::string& encoding) {
  const auto text = to_utf8(bytes, encoding, Malformed::refuse);
  return text ? *text : text.error().message;
}

TEST(Encoding, converts_to_utf8) {
  EXPECT_EQ(converted("\x93Z\xF6\xE9\x94", "windows-1252"), "“Zöé”");
  EXPECT_EQ(converted("\x93Zo\xE9\x94", "latin1"), "“Zoé”");
  EXPECT_EQ(converted("\xD5", "ibm-850"), "ı");
  EXPECT_EQ(converted("\x8C\xBE\x82\xC1\x82\xBD", "Shift_JIS"), "言った");
  EXPECT_EQ(converted("caf\xC3\xA9", "utf8"), "café");
  EXPECT_EQ(converted("", "windows-1252"), "");
}

TEST(Encoding, reads_utf16_and_keeps_its_byte_order_mark_in_the_text) {
  const std::string bytes = "\xFF\xFE\x1C\x20H\0i\0\x3D\xD8\x25\xDD"s;
  ASSERT_EQ(encoding_by_byte_order_mark(bytes), "UTF-16LE");
  EXPECT_EQ(converted(bytes, "UTF-16LE"), "\uFEFF“Hi🔥");
  EXPECT_EQ(encoding_by_byte_order_mark("\xFE\xFF\0H"s), "UTF-16BE");
  EXPECT_EQ(encoding_by_byte_order_mark("\xEF\xBB\xBFHi"), "UTF-8");
  EXPECT_EQ(encoding_by_byte_order_mark("Hi"), "");
  EXPECT_EQ(encoding_by_byte_order_mark(""), "");
}

TEST(Encoding, long_texts_are_not_cut_inside_a_surrogate_pair) {
  std::string bytes = "a\0"s;
  std::string text = "a";
  for (int k = 0; k < 10'000; ++k) {
    bytes += "\x3D\xD8\x25\xDD";
    text += "🔥";
  }
  EXPECT_EQ(converted(bytes, "UTF-16LE"), text);
}

TEST(Encoding, names_the_encoding_that_is_unknown) {
  for (const std::string encoding : {"", "no-such-encoding"}) {
    const auto text = to_utf8("Hi", encoding, Malformed::refuse);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::unknown_encoding);
    EXPECT_NE(text.error().message.find('"' + encoding + '"'), std::string::npos);
  }
}

TEST(Encoding, malformed_bytes_are_refused_with_their_offset_or_replaced) {
  const struct {
    std::string bytes;
    std::string encoding;
    std::string position;
    std::string replaced;
  } cases[] = {
      {"caf\xE9 late", "UTF-8", "byte 3 ", "caf\uFFFD late"},
      {"H\0\x00\xDCi\0"s, "UTF-16LE", "byte 2 ", "H\uFFFDi"},
      {"H\0\x3D\xD8"s, "UTF-16LE", "byte 2 ", "H\uFFFD"},
      {"ok\x81", "Shift_JIS", "byte 2 ", "ok\uFFFD"},
  };
  for (const auto& [bytes, encoding, position, replaced] : cases) {
    const auto refused = to_utf8(bytes, encoding, Malformed::refuse);
    ASSERT_FALSE(refused) << encoding;
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_utf8);
    EXPECT_NE(refused.error().message.find(position), std::string::npos) << refused.error().message;
    const auto text = to_utf8(bytes, encoding, Malformed::replace);
    ASSERT_TRUE(text) << encoding;
    EXPECT_EQ(*text, replaced);
  }
}

}  // namespace
}  // namespace quoth::text
