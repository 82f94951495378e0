#include "variants/families.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quoth::variants {
namespace {

constexpr auto direct = Quotation::Kind::direct;
constexpr auto indirect = Quotation::Kind::indirect;
constexpr auto person = EntityType::person;

const std::string promise = "We will build five new schools in Oslo before the end of the year";

TEST(Families, join_direct_and_indirect_renderings) {
  const std::vector<Utterance> all = {
      {promise, direct, {"Ana Ruiz", person}, 11, 1},
      {"The roads of the north have never been worse than today",
       direct,
       {"Ana Ruiz", person},
       10,
       1},
      {"that they would build five new schools in Oslo by the end of the year",
       indirect,
       {"Ruiz", person},
       10,
       2},
      {"build five new schools in Oslo", direct, {"Ana Ruiz", person}, Utterance::no_day, 3},
      {promise, direct, {"Ana Ruiz", person}, 12, 1}};
  const auto families = join(all);
  ASSERT_EQ(families.size(), 1U);
  EXPECT_EQ(families[0].members, (std::vector<std::uint32_t>{2, 0, 4, 3}));
  EXPECT_EQ(families[0].first_sighting(), 2U);
  EXPECT_EQ(families[0].publishers, 3U);
  EXPECT_EQ(families[0].exact, 1U) << "the head is the longest: the indirect one";
  EXPECT_EQ(families[0].altered(), 3U);
}

TEST(Families, meet_fragments_of_both_ends_in_the_whole) {
  const std::vector<Utterance> all = {
      {"The river took the bridge on Sunday", direct, {"Bo Lee", person}},
      {"and nobody from the ministry in Oslo has called the mayor since",
       direct,
       {"Bo Lee", person}},
      {"The river took the bridge on Sunday and nobody from the ministry in Oslo has called the "
       "mayor since",
       direct,
       {"Bo Lee", person}}};
  const auto families = join(all);
  ASSERT_EQ(families.size(), 1U);
  EXPECT_EQ(families[0].members.size(), 3U);
  EXPECT_EQ(families[0].head, 2U);
}

TEST(Families, keep_speakers_apart) {
  const std::vector<Utterance> all = {{"We will win this election", direct, {"Ana Ruiz", person}},
                                      {"We will win this election", direct, {"Bo Lee", person}}};
  EXPECT_TRUE(join(all).empty());
}

TEST(Families, hold_a_long_statement_under_two_names) {
  const std::string statement =
      "The river took the old wooden bridge that night and nobody from the ministry has called "
      "the mayor about repairs since";
  const std::vector<Utterance> all = {{statement, direct, {"Ana Ruiz", person}},
                                      {statement, direct, {"Bo Lee", person}}};
  EXPECT_EQ(join(all).size(), 1U);
}

TEST(Families, never_let_a_nameless_head_bring_two_speakers_together) {
  const std::string longest = promise + " and not a day later", longer = promise + " and not later";
  const std::vector<Utterance> all = {{longest, direct, {}},
                                      {longer, direct, {"Ana Ruiz", person}},
                                      {promise, direct, {"Bo Lee", person}}};
  const auto families = join(all);
  ASSERT_EQ(families.size(), 1U);
  EXPECT_EQ(families[0].members.size(), 2U);
}

TEST(Families, do_not_join_what_everyone_says) {
  const std::vector<Utterance> all = {{"No comment at all", direct, {"Ana Ruiz", person}},
                                      {"No comment at all", direct, {"Ana Ruiz", person}}};
  EXPECT_TRUE(join(all).empty());
}

TEST(Families, do_not_join_the_same_words_of_bodies_that_begin_alike) {
  constexpr auto organization = EntityType::organization;
  const std::vector<Utterance> all = {
      {"to visit the site for more news and information",
       indirect,
       {"International Red Cross", organization}},
      {"to visit the site for more news and information",
       indirect,
       {"International Cricket Council", organization}},
      {"three days of national mourning", indirect, {"the government", EntityType::unnamed}},
      {"three days of national mourning", indirect, {"its government", EntityType::unnamed}}};
  EXPECT_TRUE(join(all).empty());
}

TEST(Families, do_not_join_reports_of_like_events) {
  const std::vector<Utterance> all = {{"that the quake struck at a depth of 10 km near Lima",
                                       indirect,
                                       {"USGS", EntityType::organization},
                                       1},
                                      {"that the quake struck at a depth of 35 km near Tokyo",
                                       indirect,
                                       {"USGS", EntityType::organization},
                                       400}};
  EXPECT_TRUE(join(all).empty());
}

TEST(Families, of_nothing_are_none) { EXPECT_TRUE(join({}).empty()); }

/// Ten times as many take ten times as long, not a hundred times: counted in what is compared, a bounded number for each.
TEST(Families, of_one_slogan_in_thousands_of_renderings_are_one) {
  std::vector<std::string> contents;
  std::vector<Utterance> all;
  for (int k = 0; k < 20000; ++k)
    contents.push_back(promise + " and for all children of street number " + std::to_string(k));
  for (const std::string& content : contents)
    all.push_back({content, direct, {"Ana Ruiz", person}});
  std::size_t members = 0;
  for (const Family& family : join(all)) members += family.members.size();
  EXPECT_EQ(members, all.size());
}

}  // namespace
}  // namespace quoth::variants
