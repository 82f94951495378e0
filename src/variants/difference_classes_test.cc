#include "variants/difference_classes.h"

#include <gtest/gtest.h>

#include "variants/made_up_pair.h"

namespace quoth::variants {
namespace {

using enum DifferenceClass;

TEST(Differences, name_the_edit_that_shows_them) {
  const MadeUpPair pair("We will win on Monday", "We may win on Tuesday");
  ASSERT_EQ(pair.differences.findings.size(), 2U);
  EXPECT_EQ(pair.differences.findings[0].difference, modality);
  EXPECT_EQ(pair.differences.findings[0].edit, 1U);
  EXPECT_EQ(pair.differences.findings[1].difference, number_or_amount);
  EXPECT_EQ(pair.differences.severity, Severity::grave);
}

TEST(Differences, of_an_edit_are_other_wording_only_where_nothing_explains_it) {
  const MadeUpPair pair("We will never leave this town", "We will always leave this town");
  EXPECT_TRUE(pair.differences.has(negation));
  EXPECT_FALSE(pair.differences.has(wording));
}

TEST(Differences, of_a_sentence_written_anew_are_no_lost_negation) {
  const MadeUpPair pair(
      "The minister knows that the plan did not go as everyone here in the ministry had hoped it "
      "would",
      "The minister knows that the roads of the far north and their poor people are the worst of "
      "it all");
  EXPECT_FALSE(pair.differences.has(negation));
}

TEST(Differences, between_a_name_and_its_initials_are_no_swap) {
  const MadeUpPair pair("We asked the World Health Organization for help",
                        "We asked the WHO for help");
  EXPECT_FALSE(pair.differences.has(entity_swapped));
}

TEST(Differences, in_headlines_are_not_told_by_capitals) {
  const MadeUpPair pair("President Says Economy Grows Fast", "President Says Industry Grows Fast");
  EXPECT_FALSE(pair.differences.has(entity_swapped));
}

TEST(Differences, do_not_depend_on_the_width_of_spaces) {
  EXPECT_TRUE(MadeUpPair("We  won\nat last.", "We won at last,").differences.has(identical));
}

TEST(Differences, have_names_for_programs) {
  EXPECT_STREQ(name(identical), "identical");
  EXPECT_STREQ(name(speaker_changed), "speaker_changed");
  EXPECT_STREQ(name(Severity::grave), "grave");
}

}  // namespace
}  // namespace quoth::variants
