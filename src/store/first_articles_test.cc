#include "store/first_articles.h"

#include <gtest/gtest.h>

namespace quoth::store {
namespace {

FirstArticles::Signature signature(std::string_view text) {
  return ingest::NearDuplicates::signature_of(text);
}

constexpr std::string_view eels =
    "The mayor of Almsley counted ninety eels in the harbour on Tuesday, and the vet painted a "
    "bell tower after a long debate with the council.";
constexpr std::string_view ponies =
    "Two ponies were sold in Brome before the storm; a ferry captain measured the old bridge for "
    "the third time, without much noise.";

TEST(FirstArticles, a_repetition_has_the_id_of_the_first) {
  FirstArticles articles;
  std::string log;
  EXPECT_FALSE(articles.first_like(signature(eels), "sha256:1", log));
  EXPECT_FALSE(articles.first_like(signature(ponies), "sha256:2", log));
  EXPECT_EQ(articles.first_like(signature(eels), "sha256:3", log), "sha256:1");
  EXPECT_EQ(articles.first_like(signature(ponies), "sha256:4", log), "sha256:2");
}

TEST(FirstArticles, the_log_brings_the_first_ones_back) {
  std::string log, more;
  {
    FirstArticles articles;
    articles.first_like(signature(eels), "sha256:1", log);
    articles.first_like(signature(eels), "sha256:2", log);
    articles.first_like(signature(ponies), "sha256:3", log);
  }
  FirstArticles again;
  ASSERT_TRUE(again.restore(log));
  EXPECT_EQ(again.first_like(signature(ponies), "sha256:4", more), "sha256:3");
  EXPECT_EQ(again.first_like(signature(eels), "sha256:5", more), "sha256:1");
  EXPECT_TRUE(more.empty());
}

FirstArticles::Signature report(int k) {
  return signature("Town " + std::to_string(k) + " is here.");
}

TEST(FirstArticles, ids_are_forgotten_with_their_articles) {
  FirstArticles articles(2);
  std::string log;
  for (int k = 0; k < 3; ++k)
    EXPECT_FALSE(articles.first_like(report(k), "sha256:" + std::to_string(k), log));
  EXPECT_EQ(articles.first_like(report(1), "sha256:a", log), "sha256:1");
  EXPECT_EQ(articles.first_like(report(2), "sha256:b", log), "sha256:2");
  EXPECT_FALSE(articles.first_like(report(0), "sha256:c", log));
}

TEST(FirstArticles, the_log_brings_back_what_was_not_forgotten) {
  std::string log;
  FirstArticles articles(4), again(4);
  for (int k = 0; k < 11; ++k) articles.first_like(report(k), "sha256:" + std::to_string(k), log);
  ASSERT_TRUE(again.restore(log));
  for (int k = 0; k < 11; ++k) {
    std::string more;
    EXPECT_EQ(again.first_like(report(k), "sha256:again", more),
              articles.first_like(report(k), "sha256:again", more))
        << k;
  }
}

TEST(FirstArticles, what_is_no_log_is_refused) {
  FirstArticles articles;
  std::string log;
  articles.first_like(signature(eels), "sha256:1", log);
  EXPECT_TRUE(FirstArticles().restore(""));
  EXPECT_FALSE(FirstArticles().restore(log.substr(0, log.size() - 1)));
  EXPECT_FALSE(FirstArticles().restore(log.substr(0, 1)));
  EXPECT_FALSE(FirstArticles().restore(std::string(1000, '\xFF')));
}

}  // namespace
}  // namespace quoth::store
