#include "server/query_string.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

TEST(QueryString, gives_each_parameter_by_its_name) {
  const auto query = QueryString::parse("q=climate+change&speaker=Ana%20Ruiz&limit=10&flag");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->value("q"), "climate change");
  EXPECT_EQ(query->value("speaker"), "Ana Ruiz");
  EXPECT_EQ(query->value("limit"), "10");
  ASSERT_NE(query->find("flag"), nullptr);
  EXPECT_EQ(query->value("flag"), "");
  EXPECT_EQ(query->find("about"), nullptr);
  EXPECT_EQ(query->value("about"), "");
}

TEST(QueryString, keeps_equals_signs_and_ampersands_of_values) {
  const auto query = QueryString::parse("q=a%26b=c&&x=%3D");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->value("q"), "a&b=c");
  EXPECT_EQ(query->value("x"), "=");
  EXPECT_EQ(query->all().size(), 2U);
}

TEST(QueryString, refuses_a_name_that_stands_twice_or_is_empty) {
  EXPECT_FALSE(QueryString::parse("q=a&q=b"));
  EXPECT_FALSE(QueryString::parse("q=a&%71=b"));
  EXPECT_FALSE(QueryString::parse("=a"));
}

TEST(QueryString, refuses_broken_escapes) {
  EXPECT_FALSE(QueryString::parse("q=%zz"));
  EXPECT_FALSE(QueryString::parse("q=%ff"));
  EXPECT_FALSE(QueryString::parse("%00=a"));
}

TEST(QueryString, takes_at_most32_parameters) {
  std::string text;
  for (std::size_t k = 0; k < QueryString::most_parameters; ++k)
    text.append("p").append(std::to_string(k)).append("=&");
  EXPECT_TRUE(QueryString::parse(text));
  EXPECT_FALSE(QueryString::parse(text + "one_more="));
}

}  // namespace
}  // namespace quoth::server
