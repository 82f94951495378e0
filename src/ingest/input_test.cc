#include "ingest/input.h"

#include <gtest/gtest.h>

#include "archive/made_up_archive.h"
#include "ingest/temporary_file.h"

namespace quoth::ingest {
namespace {

struct Read {
  std::vector<std::string> texts, keys, errors;
};

Read read(const std::string& bytes, InputOptions options = {}) {
  const TemporaryFile file(bytes);
  Input input(file.path, std::move(options));
  Read out;
  while (auto item = input.next()) {
    if (*item) {
      out.texts.emplace_back((**item).document.text());
      out.keys.push_back((**item).facts.key);
    } else {
      out.errors.push_back(std::string(name(item->error().code)) +
                           item->error().message.substr(file.path.size()));
    }
  }
  return out;
}

TEST(Input, plain_text_is_one_document_byte_for_byte) {
  const std::string text = "\xEF\xBB\xBFone\r\n\r\ntwo\0three";
  EXPECT_EQ(read(text).texts, std::vector{text});
  EXPECT_EQ(read("").texts, std::vector<std::string>{""});
  EXPECT_EQ(read("{braces} open a sentence").texts.size(), 1U);
}

TEST(Input, utf16_is_known_by_its_byte_order_mark) {
  EXPECT_EQ(read(std::string("\xFF\xFEh\0i\0", 6)).texts,
            std::vector<std::string>{"\xEF\xBB\xBFhi"});
}

TEST(Input, a_named_encoding_keeps_the_mark_too_and_leaves_json_lines_alone) {
  InputOptions options;
  options.encoding = "UTF-16";
  EXPECT_EQ(read(std::string("\xFE\xFF\0h\0i", 6), options).texts,
            std::vector<std::string>{"\xEF\xBB\xBFhi"});
  EXPECT_EQ(read("{\"text\":\"café\"}", options).texts, std::vector<std::string>{"café"});
}

TEST(Input, other_encodings_must_be_named) {
  EXPECT_EQ(read("caf\xE9").errors.size(), 1U);
  InputOptions latin;
  latin.encoding = "latin1";
  EXPECT_EQ(read("caf\xE9", latin).texts, std::vector<std::string>{"café"});
  latin.encoding = "klingon";
  EXPECT_EQ(read("caf", latin).errors.at(0).substr(0, 16), "unknown_encoding");
}

TEST(Input, invalid_bytes_are_told_with_their_place_or_replaced) {
  EXPECT_NE(read("abc\xFF").errors.at(0).find("3"), std::string::npos);
  InputOptions replace;
  replace.replace_invalid = true;
  EXPECT_EQ(read("abc\xFF", replace).texts, std::vector<std::string>{"abc\xEF\xBF\xBD"});
}

TEST(Input, json_lines_may_have_a_mark_blank_lines_and_no_last_newline) {
  const Read got = read(
      "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}\r\n\r\n{\"id\":7,\"text\":\"y\"}\n{\"url\":\"u\","
      "\"text\":\"z\"}");
  EXPECT_EQ(got.texts, (std::vector<std::string>{"x", "y", "z"}));
  EXPECT_EQ(got.keys, (std::vector<std::string>{"a", "7", "u"}));
  EXPECT_TRUE(got.errors.empty());
}

TEST(Input, json_lines_are_known_behind_any_white_space) {
  EXPECT_EQ(read("\n \t\r\n{ \"text\":\"x\"}").texts, std::vector<std::string>{"x"});
  const std::string blank(5000, ' ');
  EXPECT_EQ(read(blank).texts, std::vector<std::string>{blank});
}

TEST(Input, tables_and_feeds_are_known_by_content) {
  EXPECT_EQ(read("id,text\n1,one\n2,two\n").texts, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(read("<rss><channel><item><description>one</description></item></channel></rss>").texts,
            std::vector<std::string>{"one"});
  EXPECT_EQ(
      read(
          "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"content_text\":\"one\"}]}")
          .texts,
      std::vector<std::string>{"one"});
  EXPECT_EQ(read("The text, she said, was fine.\n").texts.size(), 1U);
}

TEST(Input, the_text_must_be_a_string) {
  EXPECT_EQ(read("{\"text\":5}").errors.at(0).substr(0, 15), "invalid_json:1:");
}

TEST(Input, a_bad_line_does_not_stop_the_others) {
  const Read got = read(
      "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"\\ud83d\"}"
      "\n{\"id\":\"d\",\"text\":\"y\"}\n");
  EXPECT_EQ(got.keys, (std::vector<std::string>{"a", "d"}));
  ASSERT_EQ(got.errors.size(), 3U);
  EXPECT_EQ(got.errors[0].substr(0, 15), "invalid_json:2:");
  EXPECT_EQ(got.errors[1].substr(0, 15), "invalid_json:3:");
  EXPECT_EQ(got.errors[2].substr(0, 15), "invalid_json:4:");
}

TEST(Input, fields_can_be_renamed_and_kept) {
  const TemporaryFile file("{\"key\":\"k\",\"body\":\"x\",\"date\":\"2021\",\"tags\":[1, 2]}\n");
  InputOptions options;
  options.id_field = "key";
  options.text_field = "body";
  options.published_field = "date";
  options.keep = {"tags", "absent"};
  Input input(file.path, options);
  const auto item = input.next();
  ASSERT_TRUE(item && *item);
  EXPECT_EQ((**item).facts.key, "k");
  EXPECT_EQ((**item).facts.published, "2021");
  EXPECT_EQ((**item).facts.extra,
            (std::vector<std::pair<std::string, std::string>>{{"tags", "[1,2]"}}));
}

TEST(Input, a_text_above_the_limit_is_refused_and_named) {
  const std::string error = read(std::string(40U << 20U, 'x')).errors.at(0);
  EXPECT_EQ(error.substr(0, 18), "document_too_large");
  EXPECT_NE(error.find("16777216"), std::string::npos);
  const Read lines =
      read("{\"text\":\"" + std::string(40U << 20U, 'x') + "\"}\n{\"text\":\"y\"}\n");
  ASSERT_EQ(lines.errors.size(), 1U);
  EXPECT_NE(lines.errors[0].find("16777216"), std::string::npos);
  EXPECT_EQ(lines.texts, std::vector<std::string>{"y"});
}

TEST(Input, compression_is_undone_and_the_format_told_by_content) {
  using archive::gzip;
  const std::string lines = "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n";
  for (const std::string& bytes :
       {gzip(lines), gzip(lines.substr(0, 30)) + gzip(lines.substr(30)) + std::string(512, '\0'),
        archive::zstd(lines), gzip(archive::zstd(lines))}) {
    const Read got = read(bytes);
    EXPECT_EQ(got.keys, (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(got.errors.empty());
  }
  EXPECT_EQ(read(gzip("plain")).texts, std::vector<std::string>{"plain"});
  EXPECT_EQ(read(gzip(archive::warc_record("conversion", "http://a", "x"))).keys,
            std::vector<std::string>{"http://a"});
}

TEST(Input, a_cut_compressed_file_is_told_and_read_as_far_as_it_goes) {
  const std::string whole = archive::gzip("{\"id\":\"a\",\"text\":\"x\"}\n");
  const Read got = read(whole + whole.substr(0, whole.size() - 9));
  EXPECT_GE(got.keys.size(), 1U);
  EXPECT_EQ(got.errors.back().substr(0, 15), "archive_corrupt");
}

TEST(Input, compressions_nested_too_deep_are_refused) {
  using archive::gzip;
  EXPECT_EQ(read(gzip(gzip(gzip("x")))).texts, std::vector<std::string>{"x"});
  EXPECT_EQ(read(gzip(gzip(gzip(gzip("x"))))).errors.at(0).substr(0, 13), "archive_limit");
}

TEST(Input, counts_what_it_read) {
  const TemporaryFile file(archive::warc_record("request", "http://a", "GET /") +
                           archive::warc_record("conversion", "http://a", "x"));
  Input input(file.path, {});
  while (input.next()) {
  }
  EXPECT_EQ(describe(input.counts()), "read 2 records: 1 documents, 1 requests");
}

TEST(Input, missing_files_and_folders_are_errors) {
  for (const char* path : {"/nowhere/at/all", "/"}) {
    Input input(path, {});
    const auto item = input.next();
    ASSERT_TRUE(item);
    EXPECT_FALSE(item->has_value());
    EXPECT_FALSE(input.next());
  }
}

}  // namespace
}  // namespace quoth::ingest
