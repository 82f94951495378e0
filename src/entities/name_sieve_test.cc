#include "entities/name_sieve.h"

#include <gtest/gtest.h>

#include <string>

#include "quotes/made_up_text.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;
using tag::NameType;

NameGroups groups_of(MadeUpText& made) {
  static const NameLists lists;
  const WordReader reader(made.text(), made.segmented());
  return group_names(reader, made.tagged().names, lists);
}

/// Two names of one type: are they one, and by which rule does the shorter join?
struct Pair {
  bool together = false;
  std::string rule;
};

Pair pair_of(std::string_view text, std::string_view fuller, std::string_view shorter,
             NameType type, int nth = 0) {
  MadeUpText made(text);
  made.name(fuller, type);
  made.name(shorter, type, nth + 1);
  const NameGroups groups = groups_of(made);
  if (groups.names.size() != 2) return {};
  const bool first_is_shorter = groups.names[0].tagged == made.words(shorter, nth + 1);
  return {groups.names[0].group == groups.names[1].group,
          groups.names[first_is_shorter ? 0 : 1].rule};
}

TEST(NameSieve, name_joins_the_same_words_in_any_case_and_accent) {
  const Pair pair =
      pair_of("Ana Ruíz left. ANA RUIZ came.", "Ana Ruíz", "ANA RUIZ", NameType::person);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "name");
}

TEST(NameSieve, middle_name_may_be_left_out) {
  const Pair pair = pair_of("John R. Smith left. John Smith came.", "John R. Smith", "John Smith",
                            NameType::person);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "middle_name");
}

TEST(NameSieve, surname_joins_the_fuller_name) {
  const Pair pair =
      pair_of("Ana Ruiz left. Ruiz came back.", "Ana Ruiz", "Ruiz", NameType::person, 1);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "surname");
}

TEST(NameSieve, surname_may_stand_before_the_fuller_name) {
  EXPECT_TRUE(
      pair_of("Ruiz left. Then Ana Ruiz came.", "Ana Ruiz", "Ruiz", NameType::person).together);
}

TEST(NameSieve, surname_of_several_joins_the_one_named_last_before_it) {
  MadeUpText made("Ana Ruiz met Paul Ruiz. Ruiz left. Ana Ruiz came.");
  made.name("Ana Ruiz", NameType::person);
  made.name("Paul Ruiz", NameType::person);
  made.name("Ruiz", NameType::person, 3);
  made.name("Ana Ruiz", NameType::person, 2);
  const NameGroups groups = groups_of(made);
  ASSERT_EQ(groups.names.size(), 4U);
  EXPECT_EQ(groups.names[2].group, groups.names[1].group);
}

TEST(NameSieve, given_name_joins_the_only_one_who_has_it) {
  const Pair pair =
      pair_of("Ana Ruiz left. Ana came back.", "Ana Ruiz", "Ana", NameType::person, 1);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "given_name");
}

TEST(NameSieve, given_name_of_two_joins_neither) {
  MadeUpText made("Ana Ruiz met Ana Brown. Ana left.");
  made.name("Ana Ruiz", NameType::person);
  made.name("Ana Brown", NameType::person);
  made.name("Ana", NameType::person, 3);
  EXPECT_EQ(groups_of(made).groups.size(), 3U);
}

TEST(NameSieve, in_brackets_joins_the_organisation_before_it) {
  const Pair pair = pair_of("The Ministry of Works (MoPW) left.", "Ministry of Works", "MoPW",
                            NameType::organization);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "in_brackets");
}

TEST(NameSieve, acronym_spells_the_initials_of_an_organisation) {
  const Pair pair = pair_of("The Federal Aviation Administration left. The FAA came.",
                            "Federal Aviation Administration", "FAA", NameType::organization);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "acronym");
}

TEST(NameSieve, acronym_may_leave_out_the_first_words) {
  EXPECT_EQ(pair_of("The Australian Department of Health left. DH came.",
                    "Australian Department of Health", "DH", NameType::organization)
                .rule,
            "acronym");
}

TEST(NameSieve, acronym_of_other_letters_stays_alone) {
  EXPECT_FALSE(pair_of("The Federal Aviation Administration left. The FBI came.",
                       "Federal Aviation Administration", "FBI", NameType::organization)
                   .together);
}

TEST(NameSieve, short_form_is_the_start_or_the_end_of_an_organisation) {
  const Pair start = pair_of("Harbour Works Limited left. Harbour Works came.",
                             "Harbour Works Limited", "Harbour Works", NameType::organization, 1);
  EXPECT_TRUE(start.together);
  EXPECT_EQ(start.rule, "short_form");
  const Pair end = pair_of("The Oslo Audit Office left. The Audit Office came.",
                           "Oslo Audit Office", "Audit Office", NameType::organization, 1);
  EXPECT_TRUE(end.together);
  EXPECT_EQ(end.rule, "short_form");
}

TEST(NameSieve, short_form_of_two_joins_neither) {
  MadeUpText made("The Oslo Audit Office met the Bergen Audit Office. The Audit Office left.");
  made.name("Oslo Audit Office", NameType::organization);
  made.name("Bergen Audit Office", NameType::organization);
  made.name("Audit Office", NameType::organization, 3);
  EXPECT_EQ(groups_of(made).groups.size(), 3U);
}

TEST(NameSieve, groups_are_numbered_by_first_mention) {
  MadeUpText made("Brown met Ana Ruiz and Paul Brown.");
  made.name("Brown", NameType::person);
  made.name("Ana Ruiz", NameType::person);
  made.name("Paul Brown", NameType::person);
  const NameGroups groups = groups_of(made);
  ASSERT_EQ(groups.groups.size(), 2U);
  EXPECT_EQ(groups.names[0].group, 0U);
  EXPECT_EQ(groups.names[1].group, 1U);
  EXPECT_EQ(groups.names[2].group, 0U);
  EXPECT_EQ(made.slice(groups.names[groups.groups[0].fullest].words), "Paul Brown");
}

TEST(NameSieve, blend_is_made_of_the_starts_of_the_words) {
  const Pair pair = pair_of("Lulz Security struck. LulzSec laughed.", "Lulz Security", "LulzSec",
                            NameType::organization);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "blend");
  EXPECT_FALSE(pair_of("Lulz Security struck. LulzDay came.", "Lulz Security", "LulzDay",
                       NameType::organization)
                   .together);
}

TEST(NameSieve, acronym_of_a_whole_name_goes_before_that_of_its_end) {
  MadeUpText made("The Group of the Arabian Peninsula met the Associated Press. AP says so.");
  made.name("Group of the Arabian Peninsula", NameType::organization);
  made.name("Associated Press", NameType::organization);
  made.name("AP", NameType::organization);
  const NameGroups groups = groups_of(made);
  ASSERT_EQ(groups.names.size(), 3U);
  EXPECT_EQ(groups.names[2].group, groups.names[1].group);
}

TEST(NameSieve, a_title_tells_which_surname_is_meant) {
  MadeUpText made("Mr. Bo Ruiz met spokeswoman Ana Ruiz. Then Bo Ruiz left. Mrs. Ruiz stayed.");
  made.name("Bo Ruiz", NameType::person);
  made.name("Ana Ruiz", NameType::person);
  made.name("Bo Ruiz", NameType::person, 2);
  made.name("Ruiz", NameType::person, 4);
  const NameGroups groups = groups_of(made);
  ASSERT_EQ(groups.names.size(), 4U);
  EXPECT_EQ(groups.names[3].group, groups.names[1].group);
  EXPECT_EQ(groups.groups[groups.names[1].group].gender, Gender::woman);
}

TEST(NameSieve, who_is_called_by_the_first_name_is_not_the_surname_alone) {
  MadeUpText made("Olav Ballo spoke of Kaja. He wrote of Kaja Ballo. Ballo wept.");
  made.name("Olav Ballo", NameType::person);
  made.name("Kaja", NameType::person);
  made.name("Kaja Ballo", NameType::person);
  made.name("Ballo", NameType::person, 3);
  const NameGroups groups = groups_of(made);
  ASSERT_EQ(groups.names.size(), 4U);
  EXPECT_EQ(groups.names[3].group, groups.names[0].group);
  EXPECT_EQ(groups.names[1].group, groups.names[2].group);
}

TEST(NameSieve, a_role_is_a_name_where_it_is_somebody_s_surname) {
  MadeUpText made("Chelsea Major left. Major ran. The General stayed.");
  made.name("Chelsea Major", NameType::person);
  made.name("Major", NameType::person, 2);
  made.name("General", NameType::person);
  static NameLists lists;
  static const FirstNames first_names("chelsea\t0.1\n");
  lists.first_names = &first_names;
  const WordReader reader(made.text(), made.segmented());
  const NameGroups groups = group_names(reader, made.tagged().names, lists);
  ASSERT_EQ(groups.names.size(), 2U);
  EXPECT_EQ(groups.names[0].group, groups.names[1].group);
}

TEST(NameSieve, initials_mean_the_only_person_who_has_them) {
  const Pair pair =
      pair_of("John Legend sang. It was JL again.", "John Legend", "JL", NameType::person);
  EXPECT_TRUE(pair.together);
  EXPECT_EQ(pair.rule, "initials");
  EXPECT_FALSE(
      pair_of("John Legend sang. It was JK.", "John Legend", "JK", NameType::person).together);
}

TEST(NameSieve, other_name_joins_whoever_took_it) {
  for (const std::string text : {"Kanye West - who legally changed his name to Ye - sang.",
                                 "Kanye West, now known as Ye, sang."}) {
    const Pair pair = pair_of(text, "Kanye West", "Ye", NameType::person);
    EXPECT_TRUE(pair.together) << text;
    EXPECT_EQ(pair.rule, "other_name") << text;
  }
  EXPECT_FALSE(pair_of("Kanye West met Ye.", "Kanye West", "Ye", NameType::person).together);
}

TEST(NameSieve, short_form_of_a_later_name_is_a_name_of_its_own) {
  const std::string text = "The United States left. The United States Court met.";
  EXPECT_FALSE(
      pair_of(text, "United States Court", "United States", NameType::organization).together);
  EXPECT_TRUE(pair_of("The Vestas Group left. Then Vestas met.", "Vestas Group", "Vestas",
                      NameType::organization, 1)
                  .together);
}

}  // namespace
}  // namespace quoth::entities
