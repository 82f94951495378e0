#include "variants/speakers.h"

#include <gtest/gtest.h>

namespace quoth::variants {
namespace {

constexpr auto person = EntityType::person;
constexpr auto organization = EntityType::organization;

struct Case {
  Speaker a, b;
  SpeakerMatch expected;
};

TEST(Speakers, are_matched_by_what_their_names_share) {
  const Case cases[] = {
      {{"Barack Obama", person}, {"Obama", person}, SpeakerMatch::same},
      {{"President Barack H. Obama", person}, {"Barack Obama", person}, SpeakerMatch::same},
      {{"Pennsylvania Senator Santorum", person}, {"Rick Santorum", person}, SpeakerMatch::same},
      {{"J. Smith", person}, {"John Smith", person}, SpeakerMatch::same},
      {{"Peter Smith", person}, {"John Smith", person}, SpeakerMatch::conflict},
      {{"Obama", person}, {"McCain", person}, SpeakerMatch::conflict},
      {{"", person}, {"McCain", person}, SpeakerMatch::unknown},
      {{"a witness", EntityType::unnamed}, {"McCain", person}, SpeakerMatch::unknown},
      {{"White House", organization}, {"Robert Gibbs", person}, SpeakerMatch::unknown},
      {{"WHO", organization}, {"World Health Organization", organization}, SpeakerMatch::same},
      {{"Red Cross", organization}, {"Microsoft", organization}, SpeakerMatch::conflict},
      {{"Ana Ruiz | Bo Lee", EntityType::group},
       {"Bo Lee", EntityType::group},
       SpeakerMatch::unknown},
      {{"Bush", person, "Q1"}, {"Bush", person, "Q2"}, SpeakerMatch::conflict},
      {{"The Rapper", person, "Q1"}, {"Kanye West", person, "Q1"}, SpeakerMatch::same},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(match(one.a, one.b), one.expected) << one.a.name << " / " << one.b.name;
    EXPECT_EQ(match(one.b, one.a), one.expected) << one.b.name << " / " << one.a.name;
  }
}

TEST(Speakers, of_one_name_have_one_hash) {
  EXPECT_EQ(name_hash({"Barack Obama", person}), name_hash({"Obama", person}));
  EXPECT_NE(name_hash({"Barack Obama", person}), name_hash({"McCain", person}));
  EXPECT_EQ(name_hash({"a witness", EntityType::unnamed}), 0U);
}

}  // namespace
}  // namespace quoth::variants
