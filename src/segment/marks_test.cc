#include "segment/marks.h"

#include <gtest/gtest.h>

#include <string>

#include "segment/test_tables.h"

namespace quoth::segment {
namespace {

/// Every marked range's text, outer before inner; " …" after those without a closing mark.
std::vector<std::string> marked(std::string_view text) {
  const SegmentedText segmented = test_segmenter().segment(text);
  std::vector<std::string> ranges;
  for (const MarkedRange& range : segmented.marks) {
    ranges.emplace_back(slice(text, segmented, range.words)) += range.closed ? "" : " …";
  }
  return ranges;
}

/// One digit a word: the values of Mark.
std::string states(std::string_view text) {
  std::string digits;
  for (const Word& word : test_segmenter().segment(text).words) {
    digits += static_cast<char>('0' + static_cast<int>(word.mark));
  }
  return digits;
}

using Ranges = std::vector<std::string>;

TEST(Marks, state_of_each_word) {
  EXPECT_EQ(states("“We won,” she said."), "21113000");
  EXPECT_EQ(states("‘We won,’ she said."), "25553000");
  EXPECT_EQ(states("“He said ‘no’ twice”"), "21124313");
}

TEST(Marks, curly_straight_and_foreign_pairs) {
  EXPECT_EQ(marked("“We won,” she said."), (Ranges{"“We won,”"}));
  EXPECT_EQ(marked("\"We won,\" she said, \"at last.\""), (Ranges{"\"We won,\"", "\"at last.\""}));
  EXPECT_EQ(marked("«Nous partons», dit-elle."), (Ranges{"«Nous partons»"}));
  EXPECT_EQ(marked("« Nous partons » dit-elle."), (Ranges{"« Nous partons »"}));
  EXPECT_EQ(marked("»Wir gehen«, sagte sie."), (Ranges{"»Wir gehen«"}));
  EXPECT_EQ(marked("„Wir gehen“, sagte sie."), (Ranges{"„Wir gehen“"}));
  EXPECT_EQ(marked("„Wir gehen”, sagte sie."), (Ranges{"„Wir gehen”"}));
  EXPECT_EQ(marked("‘We won,’ she said."), (Ranges{"‘We won,’"}));
}

TEST(Marks, single_marks_inside_double_ones_and_the_other_way_round) {
  EXPECT_EQ(
      marked("“The minister told me, ‘You will have the bridge by spring,’” Mayor Selkirk said."),
      (Ranges{"“The minister told me, ‘You will have the bridge by spring,’”",
              "‘You will have the bridge by spring,’"}));
  EXPECT_EQ(marked("‘He said “no” to me,’ she said."), (Ranges{"‘He said “no” to me,’", "“no”"}));
}

TEST(Marks, an_apostrophe_is_none) {
  EXPECT_EQ(marked("It won't do, O’Rell said; rock'n'roll's dead."), Ranges{});
  EXPECT_EQ(marked("'tis the season of the ’90s"), Ranges{});
}

TEST(Marks, straight_single_marks_and_irish_names) {
  EXPECT_EQ(
      marked(
          "'It's the tenants' roof and nobody else's,' surveyor Bess O'Rell told Niall O'Dowry."),
      (Ranges{"'It's the tenants' roof and nobody else's,'"}));
}

TEST(Marks, a_plural_possessive_closes_nothing) {
  EXPECT_EQ(marked("‘The farmers’ market won’t open on Saturday,’ organiser Fenella Grue said. "
                   "‘It’s a matter of "
                   "drains, not money.’"),
            (Ranges{"‘The farmers’ market won’t open on Saturday,’",
                    "‘It’s a matter of drains, not money.’"}));
}

TEST(Marks, an_inch_mark_is_none) {
  EXPECT_EQ(
      marked("\"The man was about 6'2\" and limped on his left leg,\" Ilse Drang told police."),
      (Ranges{"\"The man was about 6'2\" and limped on his left leg,\""}));
  EXPECT_EQ(marked("A 24\" screen, she said."), Ranges{});
  EXPECT_EQ(marked("\"It was in 2024\" he said."), (Ranges{"\"It was in 2024\""}));
}

TEST(Marks, invisible_signs_do_not_hide_a_closing_mark) {
  EXPECT_EQ(marked("“The bridge is un\u00ADsafe\u200B,” engineer Tove Lindqvist said."),
            (Ranges{"“The bridge is un\u00ADsafe\u200B,”"}));
}

TEST(Marks, a_nickname_and_a_wrong_apostrophe_shift_nothing) {
  EXPECT_EQ(marked("“They took my tent,” said Tamas “Lefty” Borel."),
            (Ranges{"“They took my tent,”", "“Lefty”"}));
  EXPECT_EQ(marked("Obuya told staff the pump \"shouldn‘t run dry\" again."),
            (Ranges{"\"shouldn‘t run dry\""}));
}

TEST(Marks, a_stray_closing_mark_shifts_nothing) {
  EXPECT_EQ(marked("We won,” she said. “It was close,” she added."), (Ranges{"“It was close,”"}));
}

TEST(Marks, a_mark_that_is_missing_ends_where_the_next_opens) {
  EXPECT_EQ(marked("“We won, she said. “It was close,” she added."),
            (Ranges{"“We won, she said. …", "“It was close,”"}));
}

TEST(Marks, an_unclosed_mark_ends_with_its_paragraph) {
  EXPECT_EQ(marked("“We won.\n\n“It was close,” she said."),
            (Ranges{"“We won. …", "“It was close,”"}));
  EXPECT_EQ(marked("\"We won.\n\n\"It was close,\" she said."),
            (Ranges{"\"We won. …", "\"It was close,\""}));
}

TEST(Marks, typewriter_marks_after_dashes_and_brackets) {
  EXPECT_EQ(marked("She left -- \"for good\" -- (\"or so\")."),
            (Ranges{"\"for good\"", "\"or so\""}));
}

TEST(Marks, ten_thousand_unbalanced_marks_stay_linear) {
  for (const std::string_view sign :
       {"“", "”", "\"", "'", "‘", "’", "«", "» ", "“‘", "\"' ", "„ "}) {
    std::string text;
    for (int k = 0; k < 10'000; ++k) text += sign;
    const SegmentedText segmented = test_segmenter().segment(text);
    EXPECT_GE(segmented.words.size(), 10'000U);
    for (const MarkedRange& range : segmented.marks) {
      ASSERT_LT(range.words.first, range.words.end);
      ASSERT_LE(range.words.end, segmented.words.size());
      ASSERT_LT(range.depth, 4);
    }
  }
}

}  // namespace
}  // namespace quoth::segment
