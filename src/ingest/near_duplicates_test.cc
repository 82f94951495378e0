#include "ingest/near_duplicates.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace quoth::ingest {
namespace {

/// A made-up article of `count` sentences about `place`; other seeds tell other things.
std::string article(unsigned seed, int count, const std::string& place = "Almsley") {
  static const char* const who[] = {"the mayor",       "a farmer", "Ana Ruiz", "the council",
                                    "a ferry captain", "the vet",  "Knut Wels"};
  static const char* const did[] = {"praised", "closed",  "measured", "painted",
                                    "sold",    "counted", "repaired", "forgot"};
  static const char* const what[] = {"the old bridge",   "ninety eels", "a bell tower",
                                     "the harbour wall", "two ponies",  "a library",
                                     "the town clock"};
  static const char* const when[] = {"on Tuesday",          "before the storm",
                                     "after a long debate", "for the third time",
                                     "without much noise",  "in a week"};
  std::mt19937 random(seed);
  const auto pick = [&](const auto& list) { return std::string(list[random() % std::size(list)]); };
  std::string text;
  for (int k = 0; k < count; ++k) {
    text += pick(who) + " of " + place + " " + pick(did) + " " + pick(what) + " " + pick(when) +
            ", and " + pick(who) + " " + pick(did) + " " + pick(what) + " " + pick(when) + ".\n";
  }
  return text;
}

TEST(NearDuplicates, the_first_article_is_like_none) {
  NearDuplicates articles;
  EXPECT_FALSE(articles.first_like(article(1, 20)));
  EXPECT_FALSE(articles.first_like(article(2, 20)));
  EXPECT_EQ(articles.firsts(), 2U);
}

TEST(NearDuplicates, the_older_half_is_forgotten_when_too_many_are_known) {
  constexpr unsigned most = 10;
  NearDuplicates articles(most);
  for (unsigned k = 0; k < most; ++k) EXPECT_FALSE(articles.first_like(article(k, 20)));
  EXPECT_EQ(articles.first_like(article(0, 20)), 0U);
  EXPECT_EQ(articles.forgotten(), 0U);
  EXPECT_FALSE(articles.first_like(article(most, 20)));
  EXPECT_EQ(articles.forgotten(), 5U);
  for (unsigned k = 5; k <= most; ++k) EXPECT_EQ(articles.first_like(article(k, 20)), k);
  EXPECT_FALSE(articles.first_like(article(0, 20)));
  EXPECT_EQ(articles.firsts(), 12U);
  EXPECT_EQ(articles.first_like("BROME - " + article(0, 20)), 11U);
}

TEST(NearDuplicates, another_dateline_or_an_advertisement_changes_nothing) {
  NearDuplicates articles;
  const std::string body = article(1, 20);
  articles.first_like(article(2, 20));
  EXPECT_FALSE(articles.first_like("BROME, March 4 (Made-up Press) - " + body));
  EXPECT_EQ(articles.first_like("ALMSLEY, March 5 - " + body), 1U);
  std::string with_advertisement = body;
  with_advertisement.insert(
      body.find('\n', body.size() / 2) + 1,
      "Advertisement: buy two ponies, get the third one free, only this week.\n");
  EXPECT_EQ(articles.first_like(with_advertisement), 1U);
}

TEST(NearDuplicates, case_punctuation_and_line_breaks_do_not_count) {
  NearDuplicates articles;
  EXPECT_FALSE(articles.first_like("“We won,” said Ana Ruiz, the mayor of Almsley, on Tuesday."));
  EXPECT_EQ(articles.first_like("\"WE WON\"\nsaid Ana Ruiz the mayor\nof Almsley on Tuesday"), 0U);
}

TEST(NearDuplicates, a_copy_that_lacks_its_last_lines_is_found_and_half_a_copy_is_not) {
  NearDuplicates articles;
  EXPECT_FALSE(articles.first_like(article(1, 40)));
  EXPECT_EQ(articles.first_like(article(1, 37)), 0U);
  EXPECT_FALSE(articles.first_like(article(1, 20)));
}

TEST(NearDuplicates, articles_of_one_template_differ) {
  NearDuplicates articles;
  const auto report = [](const std::string& company, const std::string& earnings,
                         const std::string& share) {
    return company + " on Tuesday reported earnings of " + earnings +
           " million in its third quarter. The company said it had profit of " + share +
           " cents a share. The results of " + company +
           " beat expectations. Analysts asked by the Made-up Press expected less than " +
           earnings + " million. Shares of " + company + " have risen " + share +
           " percent since the year began.";
  };
  EXPECT_FALSE(articles.first_like(report("Almsley Eels", "12.4", "31")));
  EXPECT_FALSE(articles.first_like(report("Brome Bells", "3.9", "7")));
  EXPECT_EQ(articles.first_like(report("Almsley Eels", "12.4", "31")), 0U);
}

TEST(NearDuplicates, short_and_empty_texts_repeat_only_themselves) {
  NearDuplicates articles;
  EXPECT_FALSE(articles.first_like(""));
  EXPECT_FALSE(articles.first_like("Fog."));
  EXPECT_FALSE(articles.first_like("Fog, rain."));
  EXPECT_EQ(articles.first_like(" fog"), 1U);
  EXPECT_EQ(articles.first_like("…"), 0U);
}

TEST(NearDuplicates, exact_repetitions_are_always_found) {
  NearDuplicates articles;
  std::vector<std::optional<std::size_t>> answers;
  constexpr unsigned many = 2000;
  std::vector<unsigned> texts;  // By the number of a first.
  // Most share a long template, so that their bands are crowded.
  const std::string shared = article(7, 6);
  const auto text = [&](unsigned k) {
    return (k % 3 == 0 ? "" : shared) + article(1000 + k, 1 + static_cast<int>(k % 12));
  };
  for (unsigned k = 0; k < many; ++k) {
    answers.push_back(articles.first_like(text(k)));
    if (!answers.back()) texts.push_back(k);
  }
  for (unsigned k = 0; k < many; ++k) {
    const auto first = articles.first_like(text(k));
    ASSERT_TRUE(first) << k;
    EXPECT_LE(texts[*first], k);
    if (!answers[k]) {
      EXPECT_EQ(texts[*first], k);
    }
  }
}

}  // namespace
}  // namespace quoth::ingest
