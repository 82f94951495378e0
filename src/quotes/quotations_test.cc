#include "quotes/quotations.h"

#include <gtest/gtest.h>

#include "quotes/made_up_text.h"

namespace quoth::quotes {
namespace {

using Slices = std::vector<std::string>;

std::vector<Draft> made(const MadeUpText& text) {
  return make_quotations(text.text(), text.segmented(), text.tagged());
}

bool names_rule(const Draft& draft, const std::string& rule) {
  const auto& why = draft.quotation.why;
  return std::find(why.begin(), why.end(), "rule:" + rule) != why.end();
}

TEST(Quotations, hold_content_cue_and_source_as_tagged) {
  MadeUpText text("Ana Ruiz said that the bridge is open.");
  text.attribute("Ana Ruiz", "said", {"that the bridge is open"});
  const auto drafts = made(text);
  ASSERT_EQ(drafts.size(), 1U);
  const Quotation& q = drafts[0].quotation;
  EXPECT_EQ(text.slices(q.content), Slices{"that the bridge is open"});
  EXPECT_EQ(text.slices(q.cue), Slices{"said"});
  EXPECT_EQ(text.slices(q.source), Slices{"Ana Ruiz"});
  EXPECT_EQ(q.kind, Quotation::Kind::indirect);
  EXPECT_EQ(q.why.front(), "anchor:0.90");
}

TEST(Quotations, an_anchor_without_content_is_none) {
  MadeUpText text("Ana Ruiz said so.");
  text.attribute("Ana Ruiz", "said", {});
  EXPECT_TRUE(made(text).empty());
}

TEST(Quotations, trim_edges_of_indirect_content) {
  MadeUpText text("The bridge is open, Ana said.");
  text.attribute("Ana", "said", {"The bridge is open,"});
  EXPECT_EQ(text.slices(made(text)[0].quotation.content), Slices{"The bridge is open"});
}

TEST(Quotations, a_rule_that_is_left_out_changes_nothing) {
  MadeUpText text("The bridge is open, Ana said.");
  text.attribute("Ana", "said", {"The bridge is open,"});
  const auto drafts = make_quotations(text.text(), text.segmented(), text.tagged(),
                                      base::RuleChoice({"trim_edges"}));
  EXPECT_EQ(text.slices(drafts[0].quotation.content), Slices{"The bridge is open,"});
}

TEST(Quotations, an_abbreviation_keeps_its_stop) {
  MadeUpText text("Ana said it was made in the U.S. Then she left.");
  text.attribute("Ana", "said", {"it was made in the U.S."});
  EXPECT_EQ(text.slices(made(text)[0].quotation.content), Slices{"it was made in the U.S."});
}

TEST(Quotations, take_in_marks_and_the_comma_inside) {
  MadeUpText text("\"We won the game,\" Ana said.");
  text.attribute("Ana", "said", {"We won the game"});
  const auto drafts = made(text);
  EXPECT_EQ(text.slices(drafts[0].quotation.content), Slices{"\"We won the game,\""});
  EXPECT_EQ(drafts[0].quotation.kind, Quotation::Kind::direct);
}

TEST(Quotations, complete_marks_fills_holes) {
  const std::string_view rest =
      "It was late and we were all tired, cold and ready to go home and sleep";
  const std::string whole = "\"We won. They lost. " + std::string(rest) + " well,\"";
  MadeUpText text(whole + " Ana said.");
  text.attribute("Ana", "said", {"\"We won.", rest});
  const auto drafts = made(text);
  EXPECT_EQ(text.slices(drafts[0].quotation.content), Slices{whole});
  EXPECT_TRUE(names_rule(drafts[0], "complete_marks"));
}

TEST(Quotations, complete_marks_leaves_what_is_nested_inside_alone) {
  MadeUpText text("\"I think that we won the game at last,\" Ana said.");
  text.attribute("I", "think", {"that we won the game at last"});
  EXPECT_EQ(text.slices(made(text)[0].quotation.content), Slices{"that we won the game at last"});
}

TEST(Quotations, leave_outer_close_of_what_stands_around) {
  MadeUpText text("“He told me, ‘You will have it,’” Ana said.");
  text.attribute("He", "told", {"‘You will have it,’”"});
  const auto drafts = made(text);
  EXPECT_EQ(text.slices(drafts[0].quotation.content), Slices{"‘You will have it,’"});
  EXPECT_EQ(drafts[0].quotation.kind, Quotation::Kind::direct);
}

TEST(Quotations, join_floating_sentences_to_the_attribution_before_them) {
  MadeUpText text("\"We won the game,\" Ana said. \"It was close until the end.\"");
  text.attribute("Ana", "said", {"\"We won the game,\""});
  const auto drafts = made(text);
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(text.slices(drafts[0].quotation.content),
            (Slices{"\"We won the game,\"", "\"It was close until the end.\""}));
  EXPECT_TRUE(names_rule(drafts[0], "join_floating"));
}

TEST(Quotations, keep_unattributed_paragraphs_without_a_source) {
  MadeUpText text("Rain fell.\n\n\"Nobody told us about the flood.\"\n\nThe sun rose.");
  const auto drafts = made(text);
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(text.slices(drafts[0].quotation.content),
            Slices{"\"Nobody told us about the flood.\""});
  EXPECT_TRUE(drafts[0].quotation.source.empty());
}

TEST(Quotations, scare_quotes_and_titles_are_none) {
  MadeUpText text("The \"experts\" saw \"Gone with the Wind\" twice.");
  text.attribute("", "", {"\"experts\""});
  EXPECT_TRUE(made(text).empty());
}

TEST(Quotations, of_duplicates_the_most_certain_stays) {
  MadeUpText text("Ana said and wrote that it is over.");
  text.attribute("Ana", "said", {"that it is over"}, 0.6F)
      .attribute("Ana", "wrote", {"that it is over"}, 0.9F);
  const auto drafts = made(text);
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(text.slices(drafts[0].quotation.cue), Slices{"wrote"});
}

TEST(Quotations, the_smallest_one_around_is_the_parent) {
  MadeUpText text("Police said on Friday that a deckhand had told them the captain was asleep.");
  text.attribute("Police", "said", {"that a deckhand had told them the captain was asleep"})
      .attribute("a deckhand", "had told", {"the captain was asleep"});
  const auto drafts = made(text);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_FALSE(drafts[0].quotation.parent);
  EXPECT_EQ(drafts[1].quotation.parent, 0U);
}

TEST(Quotations, a_closing_mark_stays_when_the_pieces_between_the_marks_are_joined) {
  MadeUpText text("“We won. We go home,” she said.");
  text.attribute("she", "said", {"“We won.", "We go home,”"});
  EXPECT_EQ(text.slices(made(text)[0].quotation.content), Slices{"“We won. We go home,”"});
}

TEST(Quotations, quoted_sentences_that_follow_each_other_stay_two_pieces) {
  MadeUpText text("“We won.” “We go home,” she said.");
  text.attribute("she", "said", {"“We won.”", "“We go home,”"});
  EXPECT_EQ(text.slices(made(text)[0].quotation.content), (Slices{"“We won.”", "“We go home,”"}));
}

TEST(Quotations, kind_is_mixed_when_part_stands_in_marks) {
  MadeUpText text("Judge Quist called the delay “a stain on this court” on Monday.");
  text.attribute("Judge Quist", "called", {"the delay “a stain on this court”"});
  EXPECT_EQ(made(text)[0].quotation.kind, Quotation::Kind::mixed);
}

TEST(Quotations, an_opening_that_does_not_make_direct_speech_mixed) {
  MadeUpText text(
      "She wrote that \"the roof of the old house by the river came down in the night before "
      "anybody who slept in it could run out of the door.\"");
  text.attribute("She", "wrote",
                 {"that \"the roof of the old house by the river came down in the night before "
                  "anybody who slept in it could run out of the door.\""});
  EXPECT_EQ(made(text)[0].quotation.kind, Quotation::Kind::direct);
}

}  // namespace
}  // namespace quoth::quotes
