#include <gtest/gtest.h>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::NameType;

std::string speaker(const Record& record, std::size_t quotation) {
  const auto& reference = record.quotations.at(quotation).speaker;
  return reference ? record.entities.at(reference->entity).name : "nobody";
}

TEST(Speakers, the_source_names_the_speaker) {
  MadeUpText text("Ana Ruiz said that it rains.");
  text.name("Ana Ruiz", NameType::person).attribute("Ana Ruiz", "said", {"that it rains"});
  const Record record = recorded(text);
  EXPECT_EQ(speaker(record, 0), "Ana Ruiz");
  EXPECT_EQ(record.quotations[0].why.back(), "source:name_at_the_end");
}

TEST(Speakers, i_inside_a_quotation_is_its_speaker) {
  MadeUpText text("\"I think that it rains now,\" Ana Ruiz said.");
  text.name("Ana Ruiz", NameType::person);
  text.attribute("Ana Ruiz", "said", {"\"I think that it rains now,\""})
      .attribute("I", "think", {"that it rains now"});
  const Record record = recorded(text);
  EXPECT_EQ(speaker(record, 1), "Ana Ruiz");
  EXPECT_EQ(record.quotations[1].why.back(), "rule:speaker_of_parent");
}

TEST(Speakers, you_inside_a_quotation_is_its_addressee) {
  MadeUpText text("\"You think that it rains now,\" Ana Ruiz told Bo Li.");
  text.name("Ana Ruiz", NameType::person).name("Bo Li", NameType::person);
  text.attribute("Ana Ruiz", "told", {"\"You think that it rains now,\""});
  text.tell(tag::Circumstance::addressee, "Bo Li").attribute("You", "think", {"that it rains now"});
  text.pronoun("You");
  const Record record = recorded(text);
  EXPECT_EQ(speaker(record, 1), "Bo Li");
  EXPECT_EQ(record.quotations[1].why.back(), "rule:addressee_of_parent");
}

TEST(Speakers, i_and_you_in_marks_are_mentions_of_speaker_and_addressee) {
  MadeUpText text("\"I lost your book,\" Ana Ruiz told Bo Li. I saw my friend.");
  text.name("Ana Ruiz", NameType::person).name("Bo Li", NameType::person);
  text.attribute("Ana Ruiz", "told", {"\"I lost your book,\""});
  text.tell(tag::Circumstance::addressee, "Bo Li");
  std::vector<std::string> mentions;
  for (const Entity& entity : recorded(text).entities) {
    for (const Span span : entity.mentions)
      mentions.push_back(entity.name + ": " + text.slice(span));
  }
  const std::vector<std::string> expected{"Ana Ruiz: I", "Ana Ruiz: Ana Ruiz", "Bo Li: your",
                                          "Bo Li: Bo Li"};
  EXPECT_EQ(mentions, expected);
}

TEST(Speakers, we_of_a_company_official_is_the_company) {
  MadeUpText text("\"We think that it rains now,\" Sony official Ana Ruiz said.");
  text.name("Sony", NameType::organization).name("Ana Ruiz", NameType::person);
  text.attribute("Sony official Ana Ruiz", "said", {"\"We think that it rains now,\""});
  text.attribute("We", "think", {"that it rains now"});
  EXPECT_EQ(speaker(recorded(text), 1), "Sony");
}

TEST(Speakers, a_cue_without_a_source_takes_its_sentence_s_speaker) {
  MadeUpText text("Reid welcomed the vote and called for more money.");
  text.name("Reid", NameType::person);
  text.attribute("Reid", "welcomed", {"the vote"}).attribute("", "called for", {"more money"});
  const Record record = recorded(text);
  EXPECT_EQ(speaker(record, 1), "Reid");
  EXPECT_EQ(record.quotations[1].why.back(), "rule:same_sentence");
}

TEST(Speakers, a_cue_without_a_source_in_another_sentence_has_nobody) {
  MadeUpText text("Reid welcomed the vote. It was said that more money comes.");
  text.name("Reid", NameType::person);
  text.attribute("Reid", "welcomed", {"the vote"})
      .attribute("", "was said", {"that more money comes"});
  EXPECT_EQ(speaker(recorded(text), 1), "nobody");
}

TEST(Speakers, nobody_is_credited_with_a_passive_cue) {
  MadeUpText text("Reid welcomed the vote as residents were told to boil water.");
  text.name("Reid", NameType::person);
  text.attribute("Reid", "welcomed", {"the vote"}).attribute("", "were told", {"to boil water"});
  EXPECT_EQ(speaker(recorded(text), 1), "nobody");
}

TEST(Flags, a_denial_is_flagged) {
  MadeUpText text("Reid has denied that it rained. Lee said that it snowed.");
  text.attribute("Reid", "has denied", {"that it rained"})
      .attribute("Lee", "said", {"that it snowed"});
  const Record record = recorded(text);
  EXPECT_EQ(record.quotations.at(0).flags, std::vector<std::string>{"denied"});
  EXPECT_TRUE(record.quotations.at(1).flags.empty());
}

}  // namespace
}  // namespace quoth::attribution
