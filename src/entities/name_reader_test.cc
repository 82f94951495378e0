#include "entities/name_reader.h"

#include <gtest/gtest.h>

#include <vector>

#include "quotes/made_up_text.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;
using tag::NameType;

std::vector<ResolvedName> names_of(const MadeUpText& made) {
  static const NameLists lists;
  return read_names(WordReader(made.text(), made.segmented()), made.tagged().names, lists);
}

TEST(NameReader, titles_and_possessives_are_no_part_of_a_name) {
  MadeUpText made("Mayor Ana Ruiz's plan failed.");
  made.name("Mayor Ana Ruiz's", NameType::person);
  const std::vector<ResolvedName> names = names_of(made);
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(made.slice(names[0].words), "Ana Ruiz");
}

TEST(NameReader, descriptions_tagged_with_a_person_are_left_out) {
  MadeUpText made("Harry Reid of Nevada met editor for the Post, Devon Edwards.");
  made.name("Harry Reid of Nevada", NameType::person);
  made.name("editor for the Post, Devon Edwards", NameType::person);
  const std::vector<ResolvedName> names = names_of(made);
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(made.slice(names[0].words), "Harry Reid");
  EXPECT_EQ(made.slice(names[1].words), "Devon Edwards");
}

TEST(NameReader, letters_behind_a_person_are_left_out) {
  MadeUpText made("Patrick Eccles QC met John Gleason D-Flushing.");
  made.name("Patrick Eccles QC", NameType::person);
  made.name("John Gleason D-Flushing", NameType::person);
  const std::vector<ResolvedName> names = names_of(made);
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(made.slice(names[0].words), "Patrick Eccles");
  EXPECT_EQ(made.slice(names[1].words), "John Gleason");
}

TEST(NameReader, particles_and_nicknames_belong_to_the_name) {
  MadeUpText made("Jan van der Berg met Tamas “Lefty” Borel.");
  made.name("Jan van der Berg", NameType::person);
  made.name("Lefty” Borel", NameType::person);
  const std::vector<ResolvedName> names = names_of(made);
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(made.slice(names[0].words), "Jan van der Berg");
  EXPECT_EQ(made.slice(names[1].words), "Tamas “Lefty” Borel");
}

TEST(NameReader, a_title_alone_names_nobody) {
  MadeUpText made("The Prime Minister met Paris.");
  made.name("Prime Minister", NameType::person);
  made.name("Paris", NameType::place);
  EXPECT_TRUE(names_of(made).empty());
}

TEST(NameReader, an_age_is_no_part_of_a_name) {
  MadeUpText made("Larry Roy, 82, spoke.");
  made.name("Larry Roy, 82", NameType::person);
  const std::vector<ResolvedName> names = names_of(made);
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(made.slice(names[0].words), "Larry Roy");
}

TEST(NameReader, what_a_description_names_is_no_person) {
  MadeUpText made("The Donda hitmaker met Bo Li.");
  made.name("Donda", NameType::person).name("Bo Li", NameType::person);
  EXPECT_EQ(names_of(made).size(), 1U);
}

TEST(NameReader, a_letter_of_an_abbreviation_is_no_name) {
  MadeUpText made("The U.S. slept.");
  made.name("U", NameType::organization);
  EXPECT_TRUE(names_of(made).empty());
}

}  // namespace
}  // namespace quoth::entities
