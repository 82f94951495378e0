#include "search/profile.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "database/made_up_articles.h"

namespace quoth::search {
namespace {

class ProfileTest : public database::RecordTest {
 protected:
  /// An article in which Ana Ruiz (1) says `words` about Max Roe (2), and he something about her.
  void add(const std::string& day, const std::string& words,
           const std::vector<std::string>& flags = {}) {
    auto document = database::article(
        day, "“" + words + ",” said Ana Ruiz. “She talks,” said Max Roe. Ida Lind was there.",
        {"Ana Ruiz", "Max Roe", "Ida Lind"}, {{"Ana Ruiz", words}, {"Max Roe", "She talks"}});
    document.facts.published = day;
    document.record.quotations[0].flags = flags;
    document.record.quotations[0].about = {{1, 0.0F}};
    document.record.quotations[0].addressee = EntityReference{2, 0.0F};
    document.record.quotations[1].about = {{0, 0.0F}};
    RecordTest::add(std::move(document));
  }

  static std::string listed(const std::vector<Profile::Count>& people) {
    std::string list;
    for (const Profile::Count& each : people)
      list += each.person.name + " " + std::to_string(each.count) + ";";
    return list;
  }
};

TEST_F(ProfileTest, counts_when_about_whom_to_whom_and_with_whom_somebody_speaks) {
  add("2020-12-31", "We will close the old harbour");
  add("2021-01-01", "The weather is fine");
  add("2021-01-02", "We will not close the old harbour");
  const auto profile = profile_of(connection(), 1);
  ASSERT_TRUE(profile) << profile.error().message;
  EXPECT_EQ(profile->person.name, "Ana Ruiz");
  EXPECT_EQ(profile->quotations, 3U);
  ASSERT_EQ(profile->timeline.size(), 2U);
  EXPECT_EQ(profile->timeline[1].month, "2021-01");
  EXPECT_EQ(profile->timeline[1].count, 2U);
  EXPECT_EQ(listed(profile->about), "Max Roe 3;");
  EXPECT_EQ(listed(profile->to), "Ida Lind 3;");
  EXPECT_EQ(listed(profile->with), "Max Roe 3;Ida Lind 3;");
  EXPECT_EQ(listed(profile->about_them), "Max Roe 3;");
  EXPECT_EQ(profile->nodes.size(), 2U);
  EXPECT_EQ(profile->edges.size(), 2U);  // Each about the other.
  EXPECT_EQ(profile->latest.front().text, "We will not close the old harbour");
  ASSERT_EQ(profile->contradictions.size(), 1U);
  EXPECT_EQ(profile->contradictions[0].a.text, "We will close the old harbour");
  EXPECT_EQ(profile->contradictions[0].why,
            "negation: before “close” in one of the two; in common: old, harbor");
}

TEST_F(ProfileTest, looks_at_no_more_than_its_limits) {
  for (int day = 10; day < 20; ++day) {
    add("2021-05-" + std::to_string(day),
        "We will " + std::string(day % 2 == 0 ? "" : "not ") + "close the old harbour");
  }
  const auto profile = profile_of(connection(), 1, {7, 4, 2, 1, 3});
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->quotations, 7U);
  EXPECT_EQ(profile->counted, 4U);
  EXPECT_EQ(listed(profile->about), "Max Roe 4;");
  EXPECT_EQ(listed(profile->with), "Max Roe 2;Ida Lind 2;");
  EXPECT_EQ(profile->latest.size(), 3U);
  EXPECT_TRUE(profile->contradictions.empty());
}

TEST_F(ProfileTest, an_article_that_was_corrected_does_not_contradict_itself) {
  add("2021-01-01", "We will close the old harbour");
  add("2021-01-01", "We will not close the old harbour");
  const auto profile = profile_of(connection(), 1);
  ASSERT_TRUE(profile);
  EXPECT_EQ(connection().number("SELECT count(*) FROM version"), 2);
  EXPECT_TRUE(profile->contradictions.empty());
}

TEST_F(ProfileTest, what_another_says_that_somebody_said_does_not_contradict_them) {
  add("2021-01-01", "We will close the old harbour");
  add("2021-01-02", "We will not close the old harbour", {"second_hand"});
  const auto profile = profile_of(connection(), 1);
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->quotations, 2U);
  EXPECT_TRUE(profile->contradictions.empty());
}

TEST_F(ProfileTest, nobody_has_none) {
  add("2021-01-01", "The weather is fine");
  const auto profile = profile_of(connection(), 99);
  ASSERT_FALSE(profile);
  EXPECT_EQ(profile.error().code, ErrorCode::person_unknown);
}

}  // namespace
}  // namespace quoth::search
