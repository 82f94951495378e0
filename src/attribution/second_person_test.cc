#include "attribution/second_person.h"

#include <gtest/gtest.h>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::Circumstance;
using tag::NameType;

/// What Ana Ruiz says in the marks, with John Lee named in it.
Record ruiz_says(const std::string& content) {
  MadeUpText text(content + " Ana Ruiz said.");
  text.name("John Lee", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("Ana Ruiz", "said", {content});
  return recorded(text);
}

std::string addressee_of(const Record& record) {
  const auto& addressee = record.quotations.at(0).addressee;
  return addressee ? record.entities[addressee->entity].name : "nobody";
}

TEST(SecondPerson, a_name_after_you_is_called) {
  const Record record = ruiz_says("\"I love you John Lee and I thank all,\"");
  EXPECT_EQ(addressee_of(record), "John Lee");
  EXPECT_EQ(record.quotations[0].why.back(), "addressee:vocative");
}

TEST(SecondPerson, a_name_that_opens_the_words_is_called_if_they_say_you) {
  EXPECT_EQ(addressee_of(ruiz_says("\"John Lee, will you come to us today?\"")), "John Lee");
  EXPECT_EQ(addressee_of(ruiz_says("\"John Lee, as all of us know, comes today,\"")), "nobody");
}

TEST(SecondPerson, a_greeted_name_is_called) {
  EXPECT_EQ(addressee_of(ruiz_says("\"So John Lee, I am sorry for it,\"")), "John Lee");
}

TEST(SecondPerson, a_name_among_others_is_not_called) {
  EXPECT_EQ(addressee_of(ruiz_says("\"You know that the mayor, John Lee, and his men came,\"")),
            "nobody");
}

TEST(SecondPerson, what_is_said_to_a_person_with_you_is_about_the_person) {
  MadeUpText text("\"It is your fault,\" Ana Ruiz told John Lee. \"It is a fault,\" she told him.");
  text.name("Ana Ruiz", NameType::person).name("John Lee", NameType::person);
  text.attribute("Ana Ruiz", "told", {"\"It is your fault,\""})
      .tell(Circumstance::addressee, "John Lee");
  text.attribute("she", "told him", {"\"It is a fault,\""}).tell(Circumstance::addressee, "him");
  const Record record = recorded(text);
  ASSERT_EQ(record.quotations.at(0).about.size(), 1U);
  EXPECT_EQ(record.entities[record.quotations[0].about[0].entity].name, "John Lee");
  EXPECT_TRUE(record.quotations.at(1).about.empty());
}

}  // namespace
}  // namespace quoth::attribution
