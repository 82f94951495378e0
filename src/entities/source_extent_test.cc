#include "entities/source_extent.h"

#include <gtest/gtest.h>

#include <string>

#include "quotes/made_up_text.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;
using tag::NameType;

std::string whole(MadeUpText& made, std::string_view source) {
  static const NameLists lists;
  const WordReader reader(made.text(), made.segmented());
  const NameGroups groups = group_names(reader, made.tagged().names, lists);
  return made.slice(whole_source(reader, made.words(source), groups, lists.titles));
}

TEST(SourceExtent, a_source_inside_a_name_is_that_name) {
  MadeUpText made("Kanye West's support surprised.");
  made.name("Kanye West", NameType::person);
  EXPECT_EQ(whole(made, "Kanye"), "Kanye West");
}

TEST(SourceExtent, a_role_goes_on_with_the_name_behind_it) {
  MadeUpText made("Iraqi Prime Minister Nouri Maliki spoke.");
  made.name("Nouri Maliki", NameType::person);
  EXPECT_EQ(whole(made, "Iraqi Prime Minister"), "Iraqi Prime Minister Nouri Maliki");
}

TEST(SourceExtent, a_possessive_goes_on_to_the_person_whose_it_is) {
  MadeUpText made("England's manager Gareth Southgate spoke.");
  made.name("Gareth Southgate", NameType::person);
  EXPECT_EQ(whole(made, "England's"), "England's manager Gareth Southgate");
}

TEST(SourceExtent, a_whole_phrase_stays_as_it_is) {
  MadeUpText made("The minister told Ana Ruiz so.");
  made.name("Ana Ruiz", NameType::person);
  EXPECT_EQ(whole(made, "The minister"), "The minister");
}

TEST(SourceExtent, of_several_ranges_the_nearest_to_the_cue_comes_first) {
  MadeUpText made("Most stayed away when Cramer defended himself.");
  made.attribute("Most", "defended", {"himself"});
  tag::TaggedText tagged = made.tagged();
  tagged.anchors.back().roles.push_back({tag::Role::source, made.words("Cramer")});
  const auto split = split_sources(tagged);
  ASSERT_EQ(split.size(), 1U);
  EXPECT_EQ(made.slice(split.at(made.words("Most")).front()), "Cramer");
  EXPECT_TRUE(split_sources(made.tagged()).empty());
}

}  // namespace
}  // namespace quoth::entities
