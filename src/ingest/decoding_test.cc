#include "ingest/decoding.h"

#include <gtest/gtest.h>

namespace quoth::ingest {
namespace {

InputOptions in(const std::string& encoding) {
  InputOptions options;
  options.encoding = encoding;
  return options;
}

TEST(Decoding, a_guess_is_made_only_where_it_is_asked_for) {
  EXPECT_EQ(*decoded("caf\xE9", {}), "caf\xE9");
  EXPECT_EQ(*decoded("caf\xE9", in("detect")), "café");
  EXPECT_EQ(*decoded("café", in("detect")), "café");
}

TEST(Decoding, a_byte_order_mark_stays_in_the_text) {
  const std::string bytes("\xFF\xFEh\0i\0", 6);
  for (const char* encoding : {"", "UTF-16", "detect"}) {
    EXPECT_EQ(*decoded(bytes, in(encoding)), "\xEF\xBB\xBFhi") << encoding;
  }
}

TEST(Decoding, what_stays_undecodable_is_reported) {
  const auto binary = decoded(std::string(64, '\0'), in("detect"));
  ASSERT_FALSE(binary);
  EXPECT_EQ(binary.error().code, ErrorCode::unknown_encoding);
  EXPECT_NE(binary.error().message.find("--encoding NAME"), std::string::npos);
  const auto cut = decoded("ok\x81", in("Shift_JIS"));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::invalid_utf8);
}

}  // namespace
}  // namespace quoth::ingest
