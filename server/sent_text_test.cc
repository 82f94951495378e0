#include "server/sent_text.h"

#include <gtest/gtest.h>

namespace quoth::server {
namespace {

TEST(SentText, is_a_text_with_its_facts) {
  Response refusal;
  const auto sent = sent_text_of(
      R"({"text": "We won.", "title": "A title", "published": "2021-01-31", "url": "https://a.example/b", "publisher": null})",
      refusal);
  ASSERT_TRUE(sent) << refusal.body;
  EXPECT_EQ(sent->text, "We won.");
  EXPECT_EQ(sent->facts.title, "A title");
  EXPECT_EQ(sent->facts.published, "2021-01-31");
  EXPECT_FALSE(sent->facts.publisher);
  EXPECT_EQ(sent->facts.key, "https://a.example/b");
}

TEST(SentText, has_its_own_key_before_its_address) {
  Response refusal;
  EXPECT_EQ(sent_text_of(R"({"text": "a", "url": "u", "key": "k"})", refusal)->facts.key, "k");
}

TEST(SentText, takes_dates_of_any_precision) {
  Response refusal;
  for (const char* date : {"2021", "2021-01", "2021-01-31", "2021-01-31T12:00:00Z"})
    EXPECT_TRUE(
        sent_text_of(std::string(R"({"text": "a", "published": ")") + date + "\"}", refusal))
        << date;
  for (const char* date : {"", "x", "202", "2021-1-3", "31.1.2021", "2021-01-31 12:00"})
    EXPECT_FALSE(
        sent_text_of(std::string(R"({"text": "a", "published": ")") + date + "\"}", refusal))
        << date;
}

TEST(SentText, is_refused_without_words_or_with_long_facts) {
  Response refusal;
  EXPECT_FALSE(sent_text_of(R"({"text": " \n "})", refusal));
  EXPECT_EQ(refusal.status, 400U);
  EXPECT_FALSE(sent_text_of(R"({"title": "a"})", refusal));
  EXPECT_FALSE(
      sent_text_of(R"({"text": "a", "title": ")" + std::string(3000, 'a') + "\"}", refusal));
  EXPECT_NE(refusal.body.find("2048"), std::string::npos);
}

}  // namespace
}  // namespace quoth::server
