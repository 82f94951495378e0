#include "attribution/pull_quotes.h"

#include <gtest/gtest.h>

namespace quoth::attribution {
namespace {

std::vector<std::string> flags_of(std::vector<Span> content, const std::vector<Span>& pull_quotes) {
  Record record;
  record.quotations.emplace_back();
  record.quotations.front().content = std::move(content);
  flag_pull_quotes(pull_quotes, record);
  return record.quotations.front().flags;
}

TEST(PullQuotes, only_what_lies_wholly_inside_one_is_flagged) {
  const std::vector<std::string> flagged = {"pull_quote"};
  const std::vector<Span> places = {{10, 40}, {60, 90}};
  EXPECT_EQ(flags_of({{10, 40}}, places), flagged);
  EXPECT_EQ(flags_of({{62, 70}, {75, 90}}, places), flagged);
  for (const std::vector<Span>& content :
       {std::vector<Span>{{0, 5}}, std::vector<Span>{{9, 40}}, std::vector<Span>{{30, 41}},
        std::vector<Span>{{12, 20}, {62, 70}}, std::vector<Span>{{95, 99}}}) {
    EXPECT_TRUE(flags_of(content, places).empty()) << content.front().start;
  }
  EXPECT_TRUE(flags_of({{10, 20}}, {}).empty());
}

}  // namespace
}  // namespace quoth::attribution
