#include "entities/source_head.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "quotes/made_up_text.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;
using tag::NameType;

struct Name {
  std::string_view words;
  NameType type;
};

struct Head {
  std::string rule;
  std::vector<std::string> names;
  std::string head;
  bool is_place = false;
};

/// The head of a source that is followed by "said so."
Head head_in(const std::string& source, std::initializer_list<Name> names) {
  static const NameLists lists;
  static const HeadLists heads;
  MadeUpText made(source + " said so.");
  for (const Name& name : names) made.name(name.words, name.type);
  const WordReader reader(made.text(), made.segmented());
  const NameGroups groups = group_names(reader, made.tagged().names, lists);
  const SourceHead found = head_of(reader, made.words(source), groups, made.tagged(), heads);
  Head head{found.rule, {}, made.slice(found.head), found.is_place};
  for (const std::size_t name : found.names)
    head.names.push_back(made.slice(groups.names[name].words));
  return head;
}

void expect_name(const Head& head, std::string_view rule, std::string_view name) {
  EXPECT_EQ(head.rule, rule);
  EXPECT_EQ(head.names, std::vector<std::string>{std::string(name)});
}

constexpr NameType person = NameType::person;
constexpr NameType organization = NameType::organization;

TEST(SourceHead, joint_names_are_joined_by_and_and_commas) {
  const Head two = head_in("rangers Ulla Stroem and Davo Petric",
                           {{"Ulla Stroem", person}, {"Davo Petric", person}});
  EXPECT_EQ(two.rule, "joint_names");
  EXPECT_EQ(two.names, (std::vector<std::string>{"Ulla Stroem", "Davo Petric"}));
  const Head three =
      head_in("Ana Ruiz, Paul Brown and the Audit Office",
              {{"Ana Ruiz", person}, {"Paul Brown", person}, {"Audit Office", organization}});
  EXPECT_EQ(three.rule, "joint_names");
  EXPECT_EQ(three.names.size(), 3U);
}

TEST(SourceHead, joint_names_want_an_and) {
  EXPECT_NE(head_in("Ana Ruiz, Paul Brown", {{"Ana Ruiz", person}, {"Paul Brown", person}}).rule,
            "joint_names");
}

TEST(SourceHead, name_at_the_end_of_a_noun_phrase) {
  expect_name(head_in("University of Oslo physicist Ana Ruiz",
                      {{"University of Oslo", organization}, {"Ana Ruiz", person}}),
              "name_at_the_end", "Ana Ruiz");
  expect_name(head_in("Ana Ruiz, a spokeswoman for the Audit Office",
                      {{"Ana Ruiz", person}, {"Audit Office", organization}}),
              "name_at_the_end", "Ana Ruiz");
}

TEST(SourceHead, person_after_of_or_for_is_not_the_head) {
  const Head head = head_in("a lawyer for Ana Ruiz", {{"Ana Ruiz", person}});
  EXPECT_EQ(head.rule, "noun");
  EXPECT_EQ(head.head, "a lawyer");
  EXPECT_TRUE(head_in("the wife of Mayor Ana Ruiz", {{"Ana Ruiz", person}}).names.empty());
}

TEST(SourceHead, name_at_the_end_of_the_first_noun_phrase) {
  expect_name(head_in("the Clean Air Council", {{"Clean Air Council", organization}}),
              "name_at_the_end", "Clean Air Council");
  expect_name(head_in("the watchdog Audit Office in Bergen", {{"Audit Office", organization}}),
              "name_at_the_end", "Audit Office");
}

TEST(SourceHead, maker_of_what_speaks) {
  expect_name(head_in("an FDA safety report", {{"FDA", organization}}), "maker", "FDA");
  expect_name(head_in("Reuters news agency", {{"Reuters", organization}}), "maker", "Reuters");
  EXPECT_EQ(head_in("an FDA official", {{"FDA", organization}}).rule, "noun");
}

TEST(SourceHead, an_acronym_in_brackets_does_not_end_the_phrase) {
  expect_name(head_in("Central Intelligence Agency (CIA) director Leon Panetta",
                      {{"Central Intelligence Agency", organization},
                       {"CIA", organization},
                       {"Leon Panetta", person}}),
              "name_at_the_end", "Leon Panetta");
}

TEST(SourceHead, an_administration_is_not_the_president_whose_it_is) {
  EXPECT_EQ(head_in("the Ruiz administration", {{"Ruiz", person}}).rule, "noun");
}

TEST(SourceHead, made_by_names_the_author) {
  expect_name(head_in("an analysis by Ana Ruiz, a lawyer,", {{"Ana Ruiz", person}}), "made_by",
              "Ana Ruiz");
  expect_name(
      head_in("a report released by the Audit Office last month", {{"Audit Office", organization}}),
      "made_by", "Audit Office");
  EXPECT_EQ(head_in("a man chased by Ana Ruiz", {{"Ana Ruiz", person}}).rule, "noun");
}

TEST(SourceHead, after_role_stands_a_person) {
  expect_name(head_in("Speaker of Parliament Ana Ruiz of Oslo", {{"Ana Ruiz of Oslo", person}}),
              "after_role", "Ana Ruiz");
  EXPECT_EQ(head_in("a judge of the late Ana Ruiz", {{"Ana Ruiz", person}}).rule, "noun");
}

TEST(SourceHead, letters_behind_the_name_do_not_hide_it) {
  expect_name(head_in("Judge Ana Ruiz QC", {{"Ana Ruiz QC", person}}), "name_at_the_end",
              "Ana Ruiz");
}

TEST(SourceHead, a_dash_ends_the_phrase) {
  expect_name(head_in("Ruiz -- editor of the Post --", {{"Ruiz", person}}), "name_at_the_end",
              "Ruiz");
}

TEST(SourceHead, names_that_qualify_one_noun_are_not_joint) {
  EXPECT_EQ(head_in("the British and Irish governments",
                    {{"British", organization}, {"Irish", organization}})
                .rule,
            "noun");
}

TEST(SourceHead, joint_names_after_the_head_do_not_hide_it) {
  expect_name(
      head_in("Ana Ruiz, the leader of the Centre Party and the Assembly",
              {{"Ana Ruiz", person}, {"Centre Party", organization}, {"Assembly", organization}}),
      "name_at_the_end", "Ana Ruiz");
}

TEST(SourceHead, apposition_is_a_person_after_the_comma) {
  expect_name(head_in("the mayor, Ana Ruiz", {{"Ana Ruiz", person}}), "apposition", "Ana Ruiz");
  expect_name(head_in("the head of the Audit Office, Ana Ruiz,",
                      {{"Audit Office", organization}, {"Ana Ruiz", person}}),
              "apposition", "Ana Ruiz");
  expect_name(head_in("an officer, Detective Superintendent Ana Ruiz", {{"Ana Ruiz", person}}),
              "apposition", "Ana Ruiz");
}

TEST(SourceHead, place_that_ends_the_noun_phrase_is_the_head) {
  const Head head = head_in("Iran", {{"Iran", NameType::place}});
  EXPECT_EQ(head.rule, "place");
  EXPECT_TRUE(head.is_place);
  EXPECT_EQ(head.head, "Iran");
  EXPECT_FALSE(head_in("officials in Iran", {{"Iran", NameType::place}}).is_place);
}

TEST(SourceHead, noun_is_the_first_noun_phrase) {
  const Head head = head_in("a spokesman for the ministry", {});
  EXPECT_EQ(head.rule, "noun");
  EXPECT_TRUE(head.names.empty());
  EXPECT_EQ(head.head, "a spokesman");
  EXPECT_EQ(head_in("two men, who fled", {}).head, "two men");
}

}  // namespace
}  // namespace quoth::entities
