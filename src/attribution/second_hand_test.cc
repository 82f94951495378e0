#include "attribution/second_hand.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::NameType;

bool is_second_hand(const Quotation& quotation) {
  return std::count(quotation.flags.begin(), quotation.flags.end(), "second_hand") > 0;
}

TEST(SecondHand, what_another_reports_to_have_been_said_is) {
  MadeUpText text("Bo Li said Ana Ruiz said that it rains.");
  text.name("Bo Li", NameType::person).name("Ana Ruiz", NameType::person);
  text.attribute("Bo Li", "said", {"Ana Ruiz said that it rains"});
  tag::TaggedAnchor inner;
  inner.word = text.words("said", 2).first;
  inner.probability = inner.role_probability = 0.9F;
  inner.roles = {{tag::Role::source, text.words("Ana Ruiz")},
                 {tag::Role::cue, text.words("said", 2)},
                 {tag::Role::content, text.words("that it rains")}};
  text.add(inner).mention(tag::TaggedMention::Origin::source, text.words("Ana Ruiz"));
  const Record record = recorded(text);
  ASSERT_EQ(record.quotations.size(), 2U);
  EXPECT_FALSE(is_second_hand(record.quotations[0]));
  EXPECT_TRUE(is_second_hand(record.quotations[1]));
}

TEST(SecondHand, what_one_says_of_oneself_is_not) {
  MadeUpText text("\"I think that it rains now,\" Ana Ruiz said.");
  text.name("Ana Ruiz", NameType::person);
  text.attribute("Ana Ruiz", "said", {"\"I think that it rains now,\""})
      .attribute("I", "think", {"that it rains now"});
  const Record record = recorded(text);
  ASSERT_EQ(record.quotations.size(), 2U);
  EXPECT_FALSE(is_second_hand(record.quotations[1]));
}

TEST(SecondHand, what_is_said_to_the_reader_is_not) {
  MadeUpText text("Ana Ruiz said that it rains.");
  text.name("Ana Ruiz", NameType::person).attribute("Ana Ruiz", "said", {"that it rains"});
  EXPECT_TRUE(recorded(text).quotations.at(0).flags.empty());
}

}  // namespace
}  // namespace quoth::attribution
