#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotes/made_up_text.h"
#include "quotes/rules.h"

namespace quoth::quotes {
namespace {

using Slices = std::vector<std::string>;

/// Applies the rule of that name alone, once.
bool apply(std::string_view name, const MadeUpText& made, Draft& draft) {
  for (const DraftRule& rule : draft_rules()) {
    if (name == rule.name) return rule.apply(made.context(), draft);
  }
  ADD_FAILURE() << "no rule " << name;
  return false;
}

Draft draft_of(const MadeUpText& made, const Slices& content, std::string_view anchor) {
  Draft draft;
  for (const std::string& piece : content) draft.content.push_back(made.words(piece));
  draft.anchor = made.words(anchor).first;
  return draft;
}

/// The content that the rule leaves; `changed` must be what it returns.
Slices after(std::string_view rule, const MadeUpText& made, const Slices& content,
             std::string_view anchor, bool changed) {
  Draft draft = draft_of(made, content, anchor);
  EXPECT_EQ(apply(rule, made, draft), changed) << made.text();
  return made.slices(draft.content);
}

TEST(DraftRules, complete_marks_takes_all_of_a_range_covered_to_three_quarters) {
  const MadeUpText made("He said “we will not open the old stone bridge before the winter” there.");
  const std::string most = "will not open the old stone bridge before the winter";
  EXPECT_EQ(after("complete_marks", made, {most}, "said", true),
            (Slices{most, "“we " + most + "”"}));
  EXPECT_EQ(
      after("complete_marks", made, {"the old stone bridge before the winter"}, "said", false),
      Slices{"the old stone bridge before the winter"});
}

TEST(DraftRules, complete_marks_adds_nothing_to_a_whole_range) {
  const MadeUpText made("He said “we will open the bridge” on Monday.");
  EXPECT_EQ(after("complete_marks", made, {"“we will open the bridge”"}, "said", false),
            Slices{"“we will open the bridge”"});
}

TEST(DraftRules, complete_marks_leaves_a_range_that_holds_the_anchor) {
  const MadeUpText made("“He said we will not open the bridge” was heard.");
  EXPECT_EQ(after("complete_marks", made, {"we will not open the bridge"}, "said", false),
            Slices{"we will not open the bridge"});
}

TEST(DraftRules, complete_marks_leaves_marks_within_marks_and_unclosed_ones) {
  const MadeUpText nested("“She called it ‘a very sad story’ and left.”");
  EXPECT_EQ(after("complete_marks", nested, {"a very sad"}, "called", false), Slices{"a very sad"});
  const MadeUpText unclosed("He said “we will not open it\n\nThen he left.");
  EXPECT_EQ(after("complete_marks", unclosed, {"will not open it"}, "said", false),
            Slices{"will not open it"});
}

TEST(DraftRules, leave_outer_close_gives_back_a_mark_that_opens_before_the_piece) {
  const MadeUpText made("“The mayor said he will run.”");
  EXPECT_EQ(after("leave_outer_close", made, {"he will run.”"}, "said", true),
            Slices{"he will run."});
}

TEST(DraftRules, leave_outer_close_keeps_a_mark_that_opens_inside_the_piece) {
  const MadeUpText made("Reid said that “nobody will run.”");
  EXPECT_EQ(after("leave_outer_close", made, {"that “nobody will run.”"}, "said", false),
            Slices{"that “nobody will run.”"});
}

TEST(DraftRules, trim_edges_leaves_signs_outside_marks) {
  const MadeUpText made("Reid said, the bridge is shut.");
  EXPECT_EQ(after("trim_edges", made, {", the bridge is shut."}, "said", true),
            Slices{"the bridge is shut"});
  const MadeUpText marked("Reid said “the bridge is shut.”");
  EXPECT_EQ(after("trim_edges", marked, {"the bridge is shut."}, "said", false),
            Slices{"the bridge is shut."});
}

TEST(DraftRules, trim_edges_keeps_the_stop_of_initials) {
  const MadeUpText made("Reid said it is in the U.S.");
  EXPECT_EQ(after("trim_edges", made, {"it is in the U.S."}, "said", false),
            Slices{"it is in the U.S."});
}

TEST(DraftRules, trim_edges_drops_a_piece_of_signs_alone) {
  const MadeUpText made("The bridge, Reid said, is shut.");
  Draft draft = draft_of(made, {"The bridge"}, "said");
  draft.content.push_back(made.words(",", 2));
  EXPECT_TRUE(apply("trim_edges", made, draft));
  EXPECT_EQ(made.slices(draft.content), Slices{"The bridge"});
}

TEST(DraftRules, take_in_marks_takes_the_marks_of_a_filled_range) {
  const MadeUpText made("“We won,” she said.");
  EXPECT_EQ(after("take_in_marks", made, {"We won"}, "said", true), Slices{"“We won,”"});
  EXPECT_EQ(after("take_in_marks", made, {"“We won,”"}, "said", false), Slices{"“We won,”"});
  EXPECT_EQ(after("take_in_marks", made, {"won"}, "said", false), Slices{"won"});
}

TEST(DraftRules, take_in_marks_works_at_the_end_of_a_longer_piece) {
  const MadeUpText made("She said the race was “a joy.”");
  EXPECT_EQ(after("take_in_marks", made, {"the race was “a joy"}, "said", true),
            Slices{"the race was “a joy.”"});
}

TEST(DraftRules, join_pieces_makes_one_of_touching_pieces) {
  const MadeUpText made("She said the race was over and done.");
  EXPECT_EQ(after("join_pieces", made, {"was over", "the race"}, "said", true),
            Slices{"the race was over"});
  EXPECT_EQ(after("join_pieces", made, {"the race was", "race was over"}, "said", true),
            Slices{"the race was over"});
  EXPECT_EQ(after("join_pieces", made, {"the race", "and done"}, "said", false),
            (Slices{"the race", "and done"}));
}

TEST(DraftRules, run_in_the_documented_order) {
  Slices names;
  for (const DraftRule& rule : draft_rules()) names.emplace_back(rule.name);
  EXPECT_EQ(names, (Slices{"complete_marks", "join_pieces", "leave_outer_close", "trim_edges",
                           "take_in_marks"}));
}

}  // namespace
}  // namespace quoth::quotes
