#include "ingest/table_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quoth::ingest {
namespace {

/// Rows as "number:field|field", other answers as "number:name".
std::vector<std::string> rows(const std::string& table, char separator = ',',
                              std::size_t most = 1000) {
  std::size_t start = 0;
  TableRows reader(
      [&](std::string& line) {
        return base::take_line(table, start, [] { return false; }, most, line);
      },
      separator, most);
  const char* const names[] = {"none", "whole", "blank", "malformed", "unclosed", "too_large"};
  std::vector<std::string> out;
  while (true) {
    const TableRows::Row row = reader.next();
    if (row == TableRows::Row::none) return out;
    std::string said = std::to_string(reader.number()) + ":";
    if (row != TableRows::Row::whole) {
      out.push_back(said + names[static_cast<std::size_t>(row)]);
      continue;
    }
    for (const std::string& field : reader.fields())
      said += (&field == &reader.fields().front() ? "" : "|") + field;
    out.push_back(said);
  }
}

using Strings = std::vector<std::string>;

TEST(TableRows, fields_stand_between_separators) {
  EXPECT_EQ(rows("a,b,c\r\n,,\nx\n"), (Strings{"1:a|b|c", "2:||", "3:x"}));
  EXPECT_EQ(rows("a;b,c\n", ';'), Strings{"1:a|b,c"});
  EXPECT_EQ(rows("a\tb", '\t'), Strings{"1:a|b"});
  EXPECT_EQ(rows(""), Strings{});
}

TEST(TableRows, quoted_fields_hold_separators_line_breaks_and_doubled_quotes) {
  EXPECT_EQ(rows("\"a,b\",\"c\"\"d\"\r\n"), Strings{"1:a,b|c\"d"});
  EXPECT_EQ(rows("\"one\r\ntwo\n\nthree\",x\ny,z\n"),
            (Strings{"1:one\r\ntwo\n\nthree|x", "2:y|z"}));
  EXPECT_EQ(rows("\"\",\"\"\"\"\n"), Strings{"1:|\""});
}

TEST(TableRows, a_quote_inside_an_unquoted_field_is_itself) {
  EXPECT_EQ(rows("a \"b\" c,5\" nails\n"), Strings{"1:a \"b\" c|5\" nails"});
}

TEST(TableRows, blank_lines_count_but_are_no_rows) {
  EXPECT_EQ(rows("a,b\n\r\n\nc,d\n"), (Strings{"1:a|b", "2:blank", "3:blank", "4:c|d"}));
}

TEST(TableRows, a_stray_quote_costs_one_row) {
  EXPECT_EQ(rows("a,\"b\nc,\"d\"\ne,f\n"), (Strings{"1:malformed", "2:c|d", "3:e|f"}));
  EXPECT_EQ(rows("a,\"b\nc,d\ne,f\n"), (Strings{"1:unclosed", "2:c|d", "3:e|f"}));
  EXPECT_EQ(rows("\"he said \"no\" twice\",b\nc,d"), (Strings{"1:malformed", "2:c|d"}));
}

TEST(TableRows, a_row_above_the_limit_is_passed_over_to_its_end) {
  std::string large = "a,\"";
  for (int k = 0; k < 40; ++k) large += std::string(50, 'x') + "\n";
  EXPECT_EQ(rows(large + "\",b\nc,d\n"), (Strings{"1:too_large", "2:c|d"}));
  EXPECT_EQ(rows(large), Strings{"1:unclosed"});
  EXPECT_EQ(rows("a," + std::string(2000, 'x') + "\nc,d\n"), (Strings{"1:too_large", "2:c|d"}));
}

TEST(TableRows, many_broken_rows_take_linear_time) {
  std::string table;
  for (int k = 0; k < 200'000; ++k) table += k % 3 == 0 ? "a,\"b\n" : "\"\"\n";
  const auto got = rows(table, ',', 1U << 26U);
  EXPECT_GT(got.size(), 100'000U);
}

}  // namespace
}  // namespace quoth::ingest
