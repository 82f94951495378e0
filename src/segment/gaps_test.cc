#include "segment/gaps.h"

#include <gtest/gtest.h>

#include <string>

#include "segment/test_tables.h"

namespace quoth::segment {
namespace {

std::vector<std::string> paragraphs_of(std::string_view text) {
  const SegmentedText segmented = test_segmenter().segment(text);
  std::vector<std::string> paragraphs;
  for (const WordRange range : segmented.paragraphs) {
    paragraphs.emplace_back(slice(text, segmented, range));
  }
  return paragraphs;
}

std::vector<Gap> gaps_of(std::string_view text) {
  std::vector<Gap> gaps;
  for (const Word& word : test_segmenter().segment(text).words) gaps.push_back(word.gap);
  return gaps;
}

using Paragraphs = std::vector<std::string>;

TEST(Gaps, tell_what_stands_before_a_word) {
  EXPECT_EQ(gaps_of("“We won,\u200B” she\u00A0said"),
            (std::vector{Gap::paragraph, Gap::none, Gap::space, Gap::none, Gap::none, Gap::space,
                         Gap::space}));
  EXPECT_EQ(gaps_of("one two\nthree\n\nfour"),
            (std::vector{Gap::paragraph, Gap::space, Gap::line, Gap::paragraph}));
}

TEST(Gaps, a_blank_line_parts_paragraphs) {
  EXPECT_EQ(paragraphs_of("One.\n\nTwo.\n \t\nThree."), (Paragraphs{"One.", "Two.", "Three."}));
}

TEST(Gaps, every_sort_of_line_break_counts_once) {
  EXPECT_EQ(paragraphs_of("a b\r\nc d\r\n\r\ne"), (Paragraphs{"a b\r\nc d", "e"}));
  EXPECT_EQ(paragraphs_of("a\rb\r\rc"), (Paragraphs{"a\rb", "c"}));
  EXPECT_EQ(paragraphs_of("a\u2028b\u0085\u2028c"), (Paragraphs{"a\u2028b", "c"}));
}

TEST(Gaps, a_single_line_break_parts_paragraphs_of_a_text_that_is_not_hard_wrapped) {
  EXPECT_EQ(paragraphs_of("One.\nTwo."), (Paragraphs{"One.", "Two."}));
  const std::string wide(101, 'x');
  EXPECT_EQ(paragraphs_of("a\nb\n\n" + wide), (Paragraphs{"a", "b", wide}));
  EXPECT_EQ(paragraphs_of("One.\nTwo.\n\nThree.\n\nFour."),
            (Paragraphs{"One.", "Two.", "Three.", "Four."}));
}

TEST(Gaps, lines_of_a_hard_wrapped_text_stay_together) {
  EXPECT_EQ(paragraphs_of("The mayor said\nthe bridge is safe.\n\nThen she left\nfor home."),
            (Paragraphs{"The mayor said\nthe bridge is safe.", "Then she left\nfor home."}));
}

TEST(Gaps, blank_lines_around_the_text_make_it_no_hard_wrapped_one) {
  EXPECT_EQ(paragraphs_of("\n\nOne\ntwo\n\n"), (Paragraphs{"One", "two"}));
}

TEST(Gaps, a_paragraph_separator_parts_even_hard_wrapped_lines) {
  EXPECT_EQ(paragraphs_of("a\nb\u2029c\nd\n\ne"), (Paragraphs{"a\nb", "c\nd", "e"}));
}

TEST(Gaps, a_text_without_words_has_no_paragraph) {
  EXPECT_EQ(paragraphs_of(" \n\n\u200B"), Paragraphs{});
}

}  // namespace
}  // namespace quoth::segment
