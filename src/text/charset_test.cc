#include "text/charset.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "text/charset_labels.h"
#include "text/encoding.h"

namespace quoth::text {
namespace {

using namespace std::string_literals;

TEST(CharsetOfLabel, labels_mean_what_the_web_means_by_them) {
  EXPECT_EQ(charset_of_label("latin1"), "windows-1252");
  EXPECT_EQ(charset_of_label("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(charset_of_label("us-ascii"), "windows-1252");
  EXPECT_EQ(charset_of_label(" GB2312\n"), "GB18030");
  EXPECT_EQ(charset_of_label("shift_jis"), "windows-31j");
  EXPECT_EQ(charset_of_label("Utf8"), "UTF-8");
  EXPECT_EQ(charset_of_label("klingon"), "");
  EXPECT_EQ(charset_of_label(""), "");
  EXPECT_EQ(charset_of_label("latin"), "");
}

TEST(CharsetOfLabel, icu_has_every_charset_of_the_table) {
  for (const CharsetLabels& row : charset_labels) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_close(ucnv_open(std::string(row.charset).c_str(), &status));
    EXPECT_TRUE(U_SUCCESS(status) != 0) << row.charset;
  }
}

TEST(CharsetOfLabel, no_label_stands_twice) {
  for (const CharsetLabels& row : charset_labels) {
    std::string_view labels = row.labels;
    while (!labels.empty()) {
      const std::size_t end = std::min(labels.find(' '), labels.size());
      EXPECT_EQ(charset_of_label(labels.substr(0, end)), row.charset) << labels.substr(0, end);
      labels.remove_prefix(std::min(end + 1, labels.size()));
    }
  }
}

/// Bytes of made-up sentences in their encodings.
TEST(DetectedCharset, knows_common_encodings_of_a_sentence) {
  const struct {
    std::string charset;
    std::string bytes;
  } cases[] = {
      {"UTF-8", "The café is “open”, said Zoé."},
      {"UTF-8", "Plain ASCII is valid."},
      {"UTF-8", ""},
      {"UTF-8",
       "\xE2\x80\x9C"
       "cut inside a mark \xE2\x80"},
      {"UTF-16LE", "\xFF\xFEH\0i\0"s},
      {"UTF-16LE", "H\0e\0 \0s\0a\0i\0d\0 \0s\0o\0.\0"s},
      {"UTF-16BE", "\0H\0e\0 \0s\0a\0i\0d\0 \0s\0o\0."s},
      {"windows-1251",
       "\xCC\xFD\xF0 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE \xEC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xEE"
       "\xFE\xF2 \xE2 \xEF\xFF\xF2\xED\xE8\xF6\xF3 \xF3\xF2\xF0\xEE\xEC."},
      {"windows-31j",
       "\x8E\x73\x92\xB7\x82\xCD\x8B\xE0\x97\x6A\x93\xFA\x82\xC9\x8B\xB4\x82\xAA\x8A\x4A\x92\xCA"
       "\x82\xB7\x82\xE9\x82\xC6\x8F\x71\x82\xD7\x82\xBD\x81\x42"},
      {"ISO-2022-JP", "\x1B$B;TD9$O66$,3+DL$9$k$H=R$Y$?!#\x1B(B"},
  };
  for (const auto& one : cases) EXPECT_EQ(detected_charset(one.bytes), one.charset) << one.bytes;
}

TEST(DetectedCharset, the_few_odd_bytes_of_english_are_windows_1252) {
  EXPECT_EQ(detected_charset("caf\xE9"), "windows-1252");
  EXPECT_EQ(detected_charset("\x93We won,\x94 she said \x97 and left."), "windows-1252");
  std::string article;
  for (int k = 0; k < 50; ++k) article += "\x93The mayor\x92s plan is na\xEFve,\x94 Mr Ruiz said. ";
  EXPECT_EQ(detected_charset(article), "windows-1252");
}

TEST(DetectedCharset, what_is_no_text_has_none) {
  std::string noise;
  for (int k = 0; k < 4096; ++k) noise.push_back(static_cast<char>((k * 73 + k / 7) % 256));
  EXPECT_EQ(detected_charset(noise), "");
  EXPECT_EQ(detected_charset(std::string(100, '\0')), "");
}

TEST(DetectedCharset, what_it_names_can_be_read) {
  const std::string bytes =
      "\xCC\xFD\xF0 \xF1\xEA\xE0\xE7\xE0\xEB \xEF\xF0\xE0\xE2\xE4\xF3 \xEE \xEC\xEE\xF1\xF2\xE5";
  const auto text = to_utf8(bytes, detected_charset(bytes), Malformed::refuse);
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "Мэр сказал правду о мосте");
}

}  // namespace
}  // namespace quoth::text
