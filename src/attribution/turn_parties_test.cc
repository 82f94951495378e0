#include "attribution/turn_parties.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::NameType;

std::string name_of(const Record& record, const std::optional<EntityReference>& reference) {
  return reference ? record.entities[reference->entity].name : "nobody";
}

/// "speaker > addressee" of each quotation.
std::vector<std::string> voices_of(const Record& record) {
  std::vector<std::string> voices;
  for (const Quotation& quotation : record.quotations)
    voices.push_back(name_of(record, quotation.speaker) + " > " +
                     name_of(record, quotation.addressee));
  return voices;
}

using Voices = std::vector<std::string>;

TEST(TurnParties, two_speak_to_each_other) {
  MadeUpText text(
      "Jo Moe: Will it rain?\n\nAna Ruiz: It will.\n\nJM: Soon?\n\nRuiz: Yes.\n\nJM: "
      "When?\n\nRuiz: Now.\n");
  text.name("Jo Moe", NameType::person).name("Ana Ruiz", NameType::person);
  const Voices voices = voices_of(recorded(text));
  ASSERT_EQ(voices.size(), 6U);
  for (std::size_t k = 0; k < voices.size(); ++k)
    EXPECT_EQ(voices[k], k % 2 == 0 ? "Jo Moe > Ana Ruiz" : "Ana Ruiz > Jo Moe");
}

TEST(TurnParties, q_interviews_and_a_is_whom_the_text_introduces) {
  MadeUpText text("Bo Li left. We interviewed Ana Ruiz.\n\nQ: Will it rain?\n\nA: It will.\n");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  EXPECT_EQ(voices_of(recorded(text)),
            (Voices{"interviewer > Ana Ruiz", "Ana Ruiz > interviewer"}));
}

TEST(TurnParties, whom_an_interview_is_given_to_does_not_answer) {
  MadeUpText text(
      "In an interview with Bo Li, Ana Ruiz told all.\n\nQ: Will it rain?\n\nA: It will.\n");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  EXPECT_EQ(voices_of(recorded(text)), (Voices{"interviewer > nobody", "nobody > interviewer"}));
}

TEST(TurnParties, where_nobody_is_introduced_nobody_is_named) {
  EXPECT_EQ(voices_of(recorded(MadeUpText("Q: Will it rain?\n\nA: It will.\n"))),
            (Voices{"interviewer > nobody", "nobody > interviewer"}));
}

TEST(TurnParties, two_who_only_ask_do_not_ask_each_other) {
  MadeUpText text(
      "Jo Moe: Will it rain?\n\nIt will.\n\nAna Ruiz: Soon?\n\nYes.\n\nJo Moe: When?\n\nNow.\n");
  text.name("Jo Moe", NameType::person).name("Ana Ruiz", NameType::person);
  for (const Quotation& quotation : recorded(text).quotations)
    EXPECT_FALSE(quotation.addressee.has_value());
}

TEST(TurnParties, of_three_it_is_not_told_who_speaks_to_whom) {
  MadeUpText text(
      "Jo Moe: Will it rain?\n\nAna Ruiz: It will.\n\nBo Li: It will not.\n\nJo Moe: Well?\n");
  text.name("Jo Moe", NameType::person)
      .name("Ana Ruiz", NameType::person)
      .name("Bo Li", NameType::person);
  for (const Quotation& quotation : recorded(text).quotations)
    EXPECT_FALSE(quotation.addressee.has_value());
}

}  // namespace
}  // namespace quoth::attribution
