#include "attribution/circumstances.h"

#include <gtest/gtest.h>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::Circumstance;
using tag::NameType;
using Names = std::vector<std::string>;

std::string addressee_of(const Record& record, std::size_t index = 0) {
  const auto& addressee = record.quotations.at(index).addressee;
  return addressee ? record.entities[addressee->entity].name : "";
}

Names about(const Record& record, std::size_t index = 0) {
  Names names;
  for (const EntityReference& subject : record.quotations.at(index).about)
    names.push_back(record.entities[subject.entity].name);
  return names;
}

TEST(Circumstances, an_addressee_is_resolved_like_a_source) {
  MadeUpText text(
      "Ana Ruiz came. John Lee told Ruiz that it rains. He told reporters that it is late.");
  text.name("Ana Ruiz", NameType::person)
      .name("John Lee", NameType::person)
      .name("Ruiz", NameType::person, 2);
  text.attribute("John Lee", "told", {"that it rains"}).tell(Circumstance::addressee, "Ruiz", 2);
  text.attribute("He", "told reporters", {"that it is late"})
      .tell(Circumstance::addressee, "reporters");
  const Record record = recorded(text);
  EXPECT_EQ(addressee_of(record), "Ana Ruiz");
  EXPECT_EQ(addressee_of(record, 1), "reporters");
}

TEST(Circumstances, nobody_speaks_to_himself) {
  MadeUpText text("John Lee left. Paul Smith told him that it rains.");
  text.name("John Lee", NameType::person).name("Paul Smith", NameType::person).pronoun("him");
  text.attribute("Paul Smith", "told", {"that it rains"}).tell(Circumstance::addressee, "him");
  EXPECT_EQ(addressee_of(recorded(text)), "John Lee");
}

TEST(Circumstances, the_subject_of_a_passive_cue_is_spoken_to) {
  MadeUpText text("Alexander Downer was asked whether it rains.");
  text.name("Alexander Downer", NameType::person);
  text.attribute("", "was asked", {"whether it rains"});
  const Record record = recorded(text);
  EXPECT_EQ(addressee_of(record), "Alexander Downer");
  EXPECT_EQ(record.quotations[0].why.back(), "addressee:passive_subject");
}

TEST(Circumstances, the_most_probable_of_several_counts) {
  MadeUpText text("In a letter Ana Ruiz said in a statement that it rains.");
  text.name("Ana Ruiz", NameType::person).attribute("Ana Ruiz", "said", {"that it rains"});
  text.tell(Circumstance::medium, "In a letter", 1, 0.5F)
      .tell(Circumstance::medium, "in a statement", 1, 0.8F);
  const Record record = recorded(text);
  ASSERT_TRUE(record.quotations[0].medium);
  EXPECT_EQ(text.slice(*record.quotations[0].medium), "in a statement");
}

TEST(Circumstances, a_content_is_about_its_persons_and_the_names_tagged) {
  MadeUpText text("John Lee left. Ana Ruiz said that he and Mary Hill joined Sony and Acme.");
  text.name("John Lee", NameType::person)
      .name("Ana Ruiz", NameType::person)
      .name("Mary Hill", NameType::person)
      .name("Sony", NameType::organization)
      .name("Acme", NameType::organization);
  text.attribute("Ana Ruiz", "said", {"that he and Mary Hill joined Sony and Acme"});
  text.tell(Circumstance::about, "Acme");
  EXPECT_EQ(about(recorded(text)), (Names{"Mary Hill", "Acme"}));
}

TEST(Circumstances, a_content_is_about_whom_an_epithet_in_it_means) {
  MadeUpText text("The singer John Lee left on Monday. Ana Ruiz said that the singer will come.");
  text.name("John Lee", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("Ana Ruiz", "said", {"that the singer will come"});
  EXPECT_EQ(about(recorded(text)), Names{"John Lee"});
}

TEST(Circumstances, times_are_reckoned_from_the_day_of_publication) {
  MadeUpText text("Ana Ruiz said on Tuesday that it rains.");
  text.attribute("Ana Ruiz", "said", {"that it rains"}).tell(Circumstance::when, "on Tuesday");
  const Record record = recorded(text, "2007-02-08");
  ASSERT_TRUE(record.quotations[0].when);
  EXPECT_EQ(text.slice(record.quotations[0].when->span), "on Tuesday");
  EXPECT_EQ(record.quotations[0].when->date, "2007-02-06");
  EXPECT_EQ(recorded(text).quotations[0].when->date, "");
}

TEST(Circumstances, what_the_story_dates_is_reckoned_from_the_last_day_it_names) {
  MadeUpText text("It began on May 1, 2007. Two days later Ana Ruiz said that it rains.");
  text.attribute("Ana Ruiz", "said", {"that it rains"}).tell(Circumstance::when, "Two days later");
  EXPECT_EQ(recorded(text, "2007-12-24").quotations[0].when->date, "2007-05-03");
}

}  // namespace
}  // namespace quoth::attribution
