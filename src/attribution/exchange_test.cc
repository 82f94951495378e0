#include "attribution/exchange.h"

#include <gtest/gtest.h>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::Circumstance;
using tag::NameType;

std::string addressee_of(const Record& record, std::size_t index) {
  const auto& addressee = record.quotations.at(index).addressee;
  return addressee ? record.entities[addressee->entity].name : "nobody";
}

std::string date_of(const Record& record, std::size_t index) {
  const auto& when = record.quotations.at(index).when;
  return when ? when->date : "";
}

/// Ana Ruiz tells the BBC something on Tuesday, then goes on after `between`.
Record ruiz_goes_on(const std::string& between, std::string_view content) {
  MadeUpText text("\"It rains a lot,\" Ana Ruiz told the BBC on Tuesday." + between +
                  "Ms Ruiz said " + std::string(content) + ".");
  text.name("Ana Ruiz", NameType::person)
      .name("BBC", NameType::organization)
      .name("Ruiz", NameType::person, 2);
  text.attribute("Ana Ruiz", "told", {"\"It rains a lot,\""})
      .tell(Circumstance::addressee, "the BBC")
      .tell(Circumstance::when, "on Tuesday");
  text.attribute("Ms Ruiz", "said", {content});
  return recorded(text, "2007-02-08");
}

TEST(Exchange, who_goes_on_in_marks_speaks_to_the_same_at_the_same_time) {
  const Record record = ruiz_goes_on(" ", "\"the streets are wet\"");
  EXPECT_EQ(addressee_of(record, 1), "BBC");
  EXPECT_EQ(date_of(record, 1), "2007-02-06");
  EXPECT_EQ(record.quotations[1].why.back(), "when:same_exchange");
}

TEST(Exchange, in_the_next_paragraph_the_time_stays_but_not_the_addressee) {
  const Record record = ruiz_goes_on("\n\n", "\"the streets are wet\"");
  EXPECT_EQ(addressee_of(record, 1), "nobody");
  EXPECT_EQ(date_of(record, 1), "2007-02-06");
}

TEST(Exchange, what_is_only_reported_is_not_taken_for_the_same_exchange) {
  const Record record = ruiz_goes_on(" ", "that the streets are wet");
  EXPECT_EQ(addressee_of(record, 1), "nobody");
  EXPECT_EQ(date_of(record, 1), "");
}

TEST(Exchange, what_one_says_in_one_sentence_is_said_at_one_time) {
  MadeUpText text("On Tuesday Ana Ruiz said that it rains and added that it snows.");
  text.name("Ana Ruiz", NameType::person);
  text.attribute("Ana Ruiz", "said", {"that it rains"}).tell(Circumstance::when, "On Tuesday");
  text.attribute("", "added", {"that it snows"});
  const Record record = recorded(text, "2007-02-08");
  EXPECT_EQ(date_of(record, 1), "2007-02-06");
  EXPECT_EQ(record.quotations[1].why.back(), "when:same_sentence");
}

TEST(Exchange, another_speaker_goes_on_with_nothing) {
  MadeUpText text(
      "\"It rains a lot,\" Ana Ruiz told the BBC. John Lee said \"the streets are wet\".");
  text.name("Ana Ruiz", NameType::person)
      .name("BBC", NameType::organization)
      .name("John Lee", NameType::person);
  text.attribute("Ana Ruiz", "told", {"\"It rains a lot,\""})
      .tell(Circumstance::addressee, "the BBC");
  text.attribute("John Lee", "said", {"\"the streets are wet\""});
  EXPECT_EQ(addressee_of(recorded(text, "2007-02-08"), 1), "nobody");
}

TEST(Exchange, a_question_without_a_source_goes_to_whoever_answers_in_its_sentence) {
  MadeUpText text("When asked whether it rains, Ana Ruiz said that it snows.");
  text.name("Ana Ruiz", NameType::person);
  text.attribute("", "asked", {"whether it rains"}).act(Quotation::Act::ask);
  text.attribute("Ana Ruiz", "said", {"that it snows"});
  const Record record = recorded(text, "2007-02-08");
  EXPECT_EQ(addressee_of(record, 0), "Ana Ruiz");
  EXPECT_EQ(record.quotations[0].why.back(), "addressee:asked_next");
}

TEST(Exchange, a_reply_goes_to_whoever_asked) {
  MadeUpText text("John Lee asked whether it rains. Ana Ruiz replied that it snows.");
  text.name("John Lee", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("John Lee", "asked", {"whether it rains"}).act(Quotation::Act::ask);
  text.attribute("Ana Ruiz", "replied", {"that it snows"});
  const Record record = recorded(text, "2007-02-08");
  EXPECT_EQ(addressee_of(record, 1), "John Lee");
  EXPECT_EQ(record.quotations[1].why.back(), "addressee:reply");
}

TEST(Exchange, a_statement_after_a_question_is_no_reply) {
  MadeUpText text("John Lee asked whether it rains. Ana Ruiz said that it snows.");
  text.name("John Lee", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("John Lee", "asked", {"whether it rains"}).act(Quotation::Act::ask);
  text.attribute("Ana Ruiz", "said", {"that it snows"});
  EXPECT_EQ(addressee_of(recorded(text, "2007-02-08"), 1), "nobody");
}

}  // namespace
}  // namespace quoth::attribution
