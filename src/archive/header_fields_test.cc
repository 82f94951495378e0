#include "archive/header_fields.h"

#include <gtest/gtest.h>

#include <vector>

namespace quoth::archive {
namespace {

std::vector<std::string> fields_of(std::string_view block) {
  std::string unfolded;
  HeaderFields fields(block, unfolded);
  std::vector<std::string> out;
  while (const auto field = fields.next())
    out.push_back(std::string(field->name) + "=" + std::string(field->value));
  return out;
}

TEST(HeaderSize, ends_at_an_empty_line_of_either_kind) {
  EXPECT_EQ(header_size("A: b\r\n\r\nbody"), 8U);
  EXPECT_EQ(header_size("A: b\n\nbody"), 6U);
  EXPECT_EQ(header_size("A: b\n\r\nbody"), 7U);
  EXPECT_EQ(header_size("A: b\r\r\n\r\r\nbody"), 10U);
  EXPECT_EQ(header_size("A: b\r\nC: d"), std::string_view::npos);
}

TEST(HeaderFields, reads_what_browsers_read) {
  EXPECT_EQ(fields_of("A: b\r\nno field\r\nC d : e\x01\r\nF:\r\n\r\n"),
            (std::vector<std::string>{"A=b", "C d=e\x01", "F="}));
}

TEST(HeaderFields, a_value_may_go_on_in_the_next_line) {
  EXPECT_EQ(fields_of("A: b\r\n c\r\n\td\nE:\n f\r\n"),
            (std::vector<std::string>{"A=b c d", "E=f"}));
}

TEST(HeaderFields, names_have_no_case) {
  EXPECT_TRUE(is_name("Content-LENGTH", "content-length"));
  EXPECT_FALSE(is_name("Content-Lengths", "content-length"));
}

}  // namespace
}  // namespace quoth::archive
