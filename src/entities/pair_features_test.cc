#include "entities/pair_features.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>

#include "entities/mentions.h"
#include "quotes/made_up_text.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;
using tag::NameType;
using Origin = tag::TaggedMention::Origin;

/// The features of the first two mentions; docs/formats/model.md numbers them.
Features features_of(MadeUpText& made, std::size_t mentions_between = 0) {
  static const tag::Pronouns pronouns(MadeUpText::model()->text("lexicon.pronouns"));
  static const FirstNames first_names("ana\t0.02\njohn\t0.99\nrobin\t0.5\n");
  const WordReader reader(made.text(), made.segmented());
  const std::vector<Mention> mentions = read_mentions(reader, made.tagged(), pronouns);
  return PairFeatures(reader, first_names).of(mentions.at(0), mentions.at(1), mentions_between);
}

Features of_names(std::string_view text, std::string_view i, std::string_view j, NameType type,
                  int nth = 0) {
  MadeUpText made{std::string(text)};
  made.name(i, type);
  made.name(j, type, nth + 1);
  return features_of(made);
}

Features of_person_and_pronoun(std::string_view text, std::string_view person,
                               std::string_view pronoun) {
  MadeUpText made{std::string(text)};
  made.name(person, NameType::person);
  made.mention(Origin::pronoun, made.words(pronoun));
  return features_of(made);
}

TEST(PairFeatures, distances_fall_into_ten_buckets) {
  constexpr std::array<std::pair<std::size_t, int>, 10> expected{
      {{0, 0}, {5, 5}, {6, 6}, {8, 6}, {9, 7}, {15, 7}, {16, 8}, {31, 8}, {32, 9}, {1000, 9}}};
  for (const auto& [distance, bucket] : expected)
    EXPECT_EQ(distance_bucket(distance), bucket) << distance;
}

TEST(PairFeatures, sentences_and_mentions_between_are_counted) {
  MadeUpText made("Ana Ruiz left. It rained. She came back.");
  made.name("Ana Ruiz", NameType::person);
  made.mention(Origin::pronoun, made.words("She"));
  const Features features = features_of(made, 7);
  EXPECT_EQ(features[0], 2);
  EXPECT_EQ(features[1], 6);
}

TEST(PairFeatures, cores_are_compared_word_by_word) {
  const auto bucket = [](std::string_view text, std::string_view i, std::string_view j,
                         int nth = 0) {
    return of_names(text, i, j, NameType::organization, nth)[2];
  };
  EXPECT_EQ(bucket("Works met Apple.", "Works", "Apple"), 0);
  EXPECT_EQ(bucket("Ana Ruiz met ANA RUIZ.", "Ana Ruiz", "ANA RUIZ"), 1);
  EXPECT_EQ(bucket("Ana Ruiz met Ruiz.", "Ana Ruiz", "Ruiz", 1), 2);
  EXPECT_EQ(bucket("Ana Ruiz met Ana.", "Ana Ruiz", "Ana", 1), 3);
  EXPECT_EQ(bucket("Ruiz met Ana Ruiz.", "Ruiz", "Ana Ruiz"), 4);
  EXPECT_EQ(bucket("Department of Health met DH.", "Department of Health", "DH"), 5);
  EXPECT_EQ(bucket("Ana Ruiz met Paul Ruiz.", "Ana Ruiz", "Paul Ruiz"), 6);
}

TEST(PairFeatures, leading_articles_are_no_part_of_a_core) {
  MadeUpText made("The old mayor met a mayor.");
  made.mention(Origin::source, made.words("The old mayor"));
  made.mention(Origin::source, made.words("a mayor"));
  EXPECT_EQ(features_of(made)[2], 2);
}

TEST(PairFeatures, origins_make_nine_buckets) {
  MadeUpText made("The mayor said he left.");
  made.mention(Origin::source, made.words("The mayor"));
  made.mention(Origin::pronoun, made.words("he"));
  EXPECT_EQ(features_of(made)[3], 3 * 1 + 2);
  EXPECT_EQ(of_names("Ana met Paul.", "Ana", "Paul", NameType::person)[3], 0);
}

TEST(PairFeatures, pronouns_have_classes_and_may_agree) {
  MadeUpText same("He said she saw him.");
  same.mention(Origin::source, same.words("He"));
  same.mention(Origin::pronoun, same.words("him"));
  EXPECT_EQ(features_of(same)[4], 2 * 1 + 1);
  EXPECT_EQ(of_person_and_pronoun("Ana said they left.", "Ana", "they")[4], 2 * 3);
  EXPECT_EQ(of_names("Ana met Paul.", "Ana", "Paul", NameType::person)[4], 0);
}

TEST(PairFeatures, types_stand_against_the_pronoun) {
  EXPECT_EQ(of_person_and_pronoun("Ana said he left.", "Ana", "he")[5], 0);
  EXPECT_EQ(of_person_and_pronoun("Ana said it left.", "Ana", "it")[5], 1);
  EXPECT_EQ(of_names("Apple met Works.", "Apple", "Works", NameType::organization)[5], 3 * 1 + 2);
  MadeUpText untyped("The mayor said you left.");
  untyped.mention(Origin::source, untyped.words("The mayor"));
  untyped.mention(Origin::pronoun, untyped.words("you"));
  EXPECT_EQ(features_of(untyped)[5], 3 * 4 + 2);
}

TEST(PairFeatures, marks_tell_inside_from_outside) {
  const auto bucket = [](std::string_view text) {
    return of_names(text, "Ana", "Paul", NameType::person)[6];
  };
  EXPECT_EQ(bucket("Ana met Paul."), 0);
  EXPECT_EQ(bucket("“We met Ana,” said Paul."), 1);
  EXPECT_EQ(bucket("Ana said: “We met Paul.”"), 2);
  EXPECT_EQ(bucket("“Ana met ‘our Paul’ here,” he said."), 3);
  EXPECT_EQ(bucket("“Ana met us,” he said. “So did Paul.”"), 4);
}

TEST(PairFeatures, sources_are_told_from_other_mentions) {
  MadeUpText made("Ana Ruiz said that Paul said so.");
  made.name("Ana Ruiz", NameType::person);
  made.mention(Origin::source, made.words("Paul"));
  EXPECT_EQ(features_of(made)[7], 1);
  MadeUpText holder("Ana Ruiz said he left.");
  holder.mention(Origin::source, holder.words("Ana Ruiz"));
  holder.mention(Origin::pronoun, holder.words("he"));
  EXPECT_EQ(features_of(holder)[7], 2);
}

TEST(PairFeatures, gender_compares_first_name_and_pronoun) {
  EXPECT_EQ(of_person_and_pronoun("John Brown said he left.", "John Brown", "he")[8], 1);
  EXPECT_EQ(of_person_and_pronoun("Ana Ruiz said she left.", "Ana Ruiz", "she")[8], 1);
  EXPECT_EQ(of_person_and_pronoun("ANA RUIZ said he left.", "ANA RUIZ", "he")[8], 2);
  EXPECT_EQ(of_person_and_pronoun("John Brown said she left.", "John Brown", "she")[8], 2);
  EXPECT_EQ(of_person_and_pronoun("Robin Ruiz said he left.", "Robin Ruiz", "he")[8], 3);
  EXPECT_EQ(of_person_and_pronoun("Zork Ruiz said he left.", "Zork Ruiz", "he")[8], 0);
  EXPECT_EQ(of_person_and_pronoun("Ana Ruiz said it left.", "Ana Ruiz", "it")[8], 0);
}

TEST(FirstNames, are_found_without_regard_to_case_and_broken_lines_are_passed_over) {
  const FirstNames names("john\t0.99\nno share\nana\t0.02");
  EXPECT_FLOAT_EQ(names.share_of_men("John"), 0.99F);
  EXPECT_FLOAT_EQ(names.share_of_men("ANA"), 0.02F);
  EXPECT_LT(names.share_of_men("no share"), 0.0F);
  EXPECT_LT(names.share_of_men(std::string(100, 'a')), 0.0F);
}

}  // namespace
}  // namespace quoth::entities
