#include "ingest/csv_reader.h"

#include <gtest/gtest.h>

#include "ingest/read_all.h"

namespace quoth::ingest {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;

using Read = AllRead;

Read read(const std::string& table, InputOptions options = {}) {
  return read_all<CsvReader>(table, "news.csv", std::move(options));
}

TEST(CsvReader, rows_are_documents_with_the_facts_of_their_columns) {
  const Read got = read(
      "id,title,text,published,url,section\r\n"
      "7,Bridge,\"\"\"We won,\"\"\r\nshe said.\",2021-03-04,https://a.example/7,local\r\n"
      ",,Quiet.,,https://a.example/8,\r\n");
  ASSERT_EQ(got.texts(), (Strings{"\"We won,\"\r\nshe said.", "Quiet."}));
  EXPECT_EQ(got.items[0].facts.key, "7");
  EXPECT_EQ(got.items[0].facts.path, "news.csv");
  EXPECT_EQ(got.items[0].facts.record, 2U);
  EXPECT_EQ(got.items[0].facts.title, "Bridge");
  EXPECT_EQ(got.items[0].facts.published, "2021-03-04");
  EXPECT_EQ(got.items[1].facts.key, "https://a.example/8");
  EXPECT_FALSE(got.items[1].facts.title);
  EXPECT_TRUE(got.errors.empty());
}

TEST(CsvReader, columns_can_be_renamed_and_kept) {
  InputOptions options;
  options.text_field = "body";
  options.published_field = "date";
  options.keep = {"tag", "absent"};
  const Read got = read("body\tdate\ttag\nWe won.\t2021\tsay \"yes\"\n", options);
  ASSERT_EQ(got.texts(), Strings{"We won."});
  EXPECT_EQ(got.items[0].facts.published, "2021");
  EXPECT_EQ(got.items[0].facts.key, "news.csv");
  EXPECT_EQ(got.items[0].facts.extra,
            (std::vector<std::pair<std::string, std::string>>{{"tag", "\"say \\\"yes\\\"\""}}));
}

TEST(CsvReader, bad_rows_are_told_by_number_and_skipped) {
  const Read got = read("id;text\n1;one\n2;two;more\n3\n\n4;\"open\n5;\"five\"\n");
  EXPECT_EQ(got.texts(), (Strings{"one", "five"}));
  ASSERT_EQ(got.errors.size(), 3U);
  EXPECT_EQ(
      got.errors[0],
      "invalid_row news.csv: row 3: 3 fields where the first row names 2; the row was skipped");
  EXPECT_EQ(got.errors[1].substr(0, 29), "invalid_row news.csv: row 4: ");
  EXPECT_EQ(got.errors[2].substr(0, 29), "invalid_row news.csv: row 6: ");
  EXPECT_EQ(got.items[1].facts.record, 7U);
}

TEST(CsvReader, byte_order_marks_and_encodings_are_understood) {
  EXPECT_EQ(read("\xEF\xBB\xBFtext,id\ncaf\xC3\xA9,1\n").texts(), Strings{"café"});
  std::string wide = "\xFF\xFE"s;
  for (const char c : "text;id\r\n\"a;\nb\";1\r\n"s) wide += {c, '\0'};
  EXPECT_EQ(read(wide).texts(), Strings{"a;\nb"});
  InputOptions options;
  options.encoding = "latin1";
  EXPECT_EQ(read("id,text\n1,\x93"
                 "caf\xE9\x94\n",
                 options)
                .texts(),
            Strings{"“café”"});
  options.encoding = "detect";
  EXPECT_EQ(read("id,text\n1,\x93"
                 "caf\xE9\x94\n",
                 options)
                .texts(),
            Strings{"“café”"});
}

TEST(CsvReader, bytes_that_are_no_utf8_cost_their_row) {
  const Read got = read("id,text\n1,caf\xE9\n2,tea\n");
  EXPECT_EQ(got.texts(), Strings{"tea"});
  EXPECT_EQ(got.errors.at(0).substr(0, 30), "invalid_utf8 news.csv: row 2: ");
  InputOptions options;
  options.replace_invalid = true;
  EXPECT_EQ(read("id,text\n1,caf\xE9\n", options).texts(), Strings{"caf\xEF\xBF\xBD"});
}

TEST(CsvReader, a_text_above_the_limit_is_passed_over) {
  const std::string large(20U << 20U, 'x');
  const Read got = read("id,text\n1," + large + "\n2,\"" + large + "\n" + large + "\"\n3,tea\n");
  EXPECT_EQ(got.texts(), Strings{"tea"});
  ASSERT_EQ(got.errors.size(), 2U);
  for (const std::string& error : got.errors) EXPECT_EQ(error.substr(0, 18), "document_too_large");
}

TEST(LooksLikeTable, only_where_the_first_row_names_the_text) {
  InputOptions options;
  EXPECT_EQ(separator_of_table("id,text\n1,one\n", options), ',');
  EXPECT_EQ(separator_of_table("id;\"text\";a,b\n", options), ';');
  EXPECT_EQ(separator_of_table("\xEF\xBB\xBFtext\tid\r\n", options), '\t');
  EXPECT_EQ(separator_of_table("\xFF\xFEi\0d\0,\0t\0e\0x\0t\0\n\0"s, options), ',');
  EXPECT_FALSE(looks_like_table("text\none\n", options));
  EXPECT_FALSE(looks_like_table("In the text, she said no, thrice.\n", options));
  EXPECT_FALSE(looks_like_table("text, image and sound\n", options));
  EXPECT_FALSE(looks_like_table("id,body\n1,one\n", options));
  EXPECT_FALSE(looks_like_table("\"text,id\n", options));
  EXPECT_FALSE(looks_like_table("", options));
  options.text_field = "body";
  EXPECT_TRUE(looks_like_table("id,body\n1,one\n", options));
}

}  // namespace
}  // namespace quoth::ingest
