#include <gtest/gtest.h>

#include <string>

#include "page/page.h"

namespace quoth::page {
namespace {

TEST(Charset, of_the_header_comes_first) {
  EXPECT_EQ(stated_charset("<meta charset=utf-8>", "text/html; charset=ISO-8859-1"), "iso-8859-1");
  EXPECT_EQ(stated_charset("", "text/html; Charset = \"Windows-1252\""), "windows-1252");
  EXPECT_EQ(stated_charset("<meta charset=koi8-r>", "text/html"), "koi8-r");
}

TEST(Charset, of_a_byte_order_mark) {
  EXPECT_EQ(stated_charset("\xEF\xBB\xBF<meta charset=latin1>", ""), "utf-8");
  EXPECT_EQ(stated_charset(std::string("\xFF\xFE<\0", 4), ""), "utf-16le");
  EXPECT_EQ(stated_charset(std::string("\xFE\xFF\0<", 4), ""), "utf-16be");
}

TEST(Charset, of_a_meta_element) {
  EXPECT_EQ(stated_charset("<!doctype html><html><head><META  charSet='Shift_JIS'>", ""),
            "shift_jis");
  EXPECT_EQ(
      stated_charset(
          "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", ""),
      "windows-1251");
  EXPECT_EQ(stated_charset("<meta content='text/html; charset=gbk' http-equiv=content-type />", ""),
            "gbk");
}

TEST(Charset, of_a_meta_element_in_a_comment_or_an_attribute_is_none) {
  EXPECT_EQ(stated_charset("<!-- <meta charset=latin1> --><meta charset=utf-8>", ""), "utf-8");
  EXPECT_EQ(stated_charset("<!--><meta charset=utf-8>", ""), "utf-8");
  EXPECT_EQ(stated_charset("<a title=\"<meta charset=latin1>\">", ""), "");
  EXPECT_EQ(stated_charset("<meta content='text/html; charset=gbk'>", ""), "");
}

TEST(Charset, is_none_where_none_is_stated_early) {
  EXPECT_EQ(stated_charset("", ""), "");
  EXPECT_EQ(stated_charset("<p>charset=utf-8", ""), "");
  EXPECT_EQ(stated_charset(std::string(1024, ' ') + "<meta charset=utf-8>", ""), "");
}

TEST(Charset, of_sixteen_bits_in_a_readable_meta_element_means_utf_8) {
  EXPECT_EQ(stated_charset("<meta charset=utf-16>", ""), "utf-8");
}

}  // namespace
}  // namespace quoth::page
