#include "segment/sentences.h"

#include <gtest/gtest.h>

#include <string>

#include "segment/test_tables.h"

namespace quoth::segment {
namespace {

std::vector<std::string> sentences_of(std::string_view text) {
  const SegmentedText segmented = test_segmenter().segment(text);
  std::vector<std::string> sentences;
  for (const WordRange range : segmented.sentences) {
    sentences.emplace_back(slice(text, segmented, range));
  }
  return sentences;
}

using Sentences = std::vector<std::string>;

TEST(Sentences, end_after_full_stop_question_and_exclamation_mark) {
  EXPECT_EQ(sentences_of("We won. Did we? Yes! And so on… The end"),
            (Sentences{"We won.", "Did we?", "Yes!", "And so on…", "The end"}));
}

TEST(Sentences, closing_marks_and_brackets_belong_to_the_sentence_before) {
  EXPECT_EQ(sentences_of("“We won.” She left. (It rained.) Then"),
            (Sentences{"“We won.”", "She left.", "(It rained.)", "Then"}));
}

TEST(Sentences, do_not_end_before_a_lower_case_word_or_inside_a_number) {
  EXPECT_EQ(sentences_of("“Why?” she asked. At 3.50 it was"),
            (Sentences{"“Why?” she asked.", "At 3.50 it was"}));
}

TEST(Sentences, do_not_end_after_abbreviations_and_initials) {
  EXPECT_EQ(sentences_of("Mr. Fox met Dr. J. Smith."), (Sentences{"Mr. Fox met Dr. J. Smith."}));
  EXPECT_EQ(sentences_of("Did he say no? No. Then"), (Sentences{"Did he say no?", "No. Then"}));
}

TEST(Sentences, an_abbreviation_is_known_by_its_folded_form) {
  EXPECT_EQ(sentences_of("D\u00ADr. Smith left."), (Sentences{"D\u00ADr. Smith left."}));
}

TEST(Sentences, a_closing_mark_after_an_abbreviation_ends_them) {
  EXPECT_EQ(sentences_of("“So says Mr.” He left."), (Sentences{"“So says Mr.”", "He left."}));
}

TEST(Sentences, end_with_the_paragraph) {
  EXPECT_EQ(sentences_of("A title\n\nand lower case"), (Sentences{"A title", "and lower case"}));
}

}  // namespace
}  // namespace quoth::segment
