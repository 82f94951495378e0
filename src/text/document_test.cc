#include "quoth/document.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth {
namespace {

using namespace std::string_literals;

TEST(Document, keeps_the_text_byte_for_byte) {
  const std::string text = "\uFEFFNUL \0 and CRLF\r\n“too”"s;
  const auto document = Document::from_utf8(text);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text(), text);
  EXPECT_EQ(document->text({3, 6}), "NUL");
}

TEST(Document, an_empty_text_is_no_error) { EXPECT_TRUE(Document::from_utf8("")); }

TEST(Document, refuses_invalid_utf8_with_its_byte_offset) {
  const auto document = Document::from_utf8("The caf\xE9 closed");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::invalid_utf8);
  EXPECT_NE(document.error().message.find("byte 7 "), std::string::npos);
}

TEST(Document, refuses_what_is_above_the_limit_and_names_it) {
  EXPECT_TRUE(Document::from_utf8(std::string(Document::max_bytes, 'a')));
  const auto document = Document::from_utf8(std::string(Document::max_bytes + 1, 'a'));
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::document_too_large);
  EXPECT_NE(document.error().message.find("16777216"), std::string::npos);
}

}  // namespace
}  // namespace quoth
