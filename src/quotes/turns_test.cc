#include "quotes/turns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotes/made_up_text.h"
#include "quotes/quotations.h"

namespace quoth::quotes {
namespace {

constexpr std::string_view talk =
    "Q: Will it rain?\n\nA: I think it will.\n\nQ: Soon?\n\nA: Yes.\n";

std::vector<Draft> drafts_of(const MadeUpText& text, const base::RuleChoice& rules = {}) {
  tag::TaggedText tagged = text.tagged();
  add_turns(text.text(), text.segmented(), rules, tagged);
  return make_quotations(text.text(), text.segmented(), tagged);
}

TEST(Turns, each_is_a_quotation_with_its_label_as_source_and_the_colon_as_cue) {
  const MadeUpText text(talk);
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 4U);
  EXPECT_EQ(text.slices(drafts[1].content), std::vector<std::string>{"I think it will"});
  EXPECT_EQ(text.slices(drafts[1].source), std::vector<std::string>{"A"});
  EXPECT_EQ(text.slices(drafts[1].cue), std::vector<std::string>{":"});
  EXPECT_EQ(drafts[0].quotation.act, Quotation::Act::ask);
  EXPECT_EQ(drafts[1].quotation.act, Quotation::Act::say);
  EXPECT_EQ(drafts[1].quotation.why.front(), "rule:turn");
}

TEST(Turns, what_the_network_read_of_a_turn_gives_way_to_it) {
  MadeUpText text(talk);
  text.attribute("A", ":", {"I think it will.\n\nQ: Soon?"});
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 4U);
}

TEST(Turns, what_stands_in_a_turn_nests_in_it_and_ends_with_it) {
  MadeUpText text(talk);
  text.attribute("I", "think", {"it will.\n\nQ: Soon?"});
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 5U);
  EXPECT_EQ(text.slices(drafts[2].content), std::vector<std::string>{"it will"});
  ASSERT_TRUE(drafts[2].quotation.parent.has_value());
  EXPECT_EQ(*drafts[2].quotation.parent, 1U);
}

TEST(Turns, the_rule_can_be_left_out) {
  const MadeUpText text(talk);
  EXPECT_TRUE(drafts_of(text, base::RuleChoice({"turn"})).empty());
}

}  // namespace
}  // namespace quoth::quotes
