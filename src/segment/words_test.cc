#include "segment/words.h"

#include <gtest/gtest.h>

#include <string>

#include "segment/test_tables.h"

namespace quoth::segment {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : test_segmenter().segment(text).words) {
    words.emplace_back(text.substr(word.span.start, word.span.end - word.span.start));
  }
  return words;
}

Shape shape_of(std::string_view word) {
  const SegmentedText segmented = test_segmenter().segment(word);
  EXPECT_EQ(segmented.words.size(), 1U) << word;
  return segmented.words.at(0).shape;
}

using Words = std::vector<std::string>;

TEST(Words, letters_run_together_and_signs_stand_alone) {
  EXPECT_EQ(words_of("“We won,” she said."),
            (Words{"“", "We", "won", ",", "”", "she", "said", "."}));
  EXPECT_EQ(words_of("won't 6'2\" $3.50"),
            (Words{"won", "'", "t", "6", "'", "2", "\"", "$", "3", ".", "50"}));
}

TEST(Words, each_ideograph_is_a_word) {
  EXPECT_EQ(words_of("言った人"), (Words{"言", "った", "人"}));
}

TEST(Words, combining_signs_belong_to_what_they_follow) {
  EXPECT_EQ(words_of("Zoe\u0301 said"), (Words{"Zoe\u0301", "said"}));
  EXPECT_EQ(words_of("“\u0301a"), (Words{"“\u0301", "a"}));
  EXPECT_EQ(words_of(" \u0301a"), (Words{"\u0301a"}));
}

TEST(Words, invisible_signs_end_no_word_and_belong_to_none_at_its_end) {
  EXPECT_EQ(words_of("un\u00ADsafe\u200B,”"), (Words{"un\u00ADsafe", ",", "”"}));
  EXPECT_EQ(words_of("\uFEFFHi"), (Words{"Hi"}));
  EXPECT_EQ(words_of("a\u200B\u0301b"), (Words{"a\u200B\u0301b"}));
}

TEST(Words, white_space_of_every_sort_parts_words) {
  EXPECT_EQ(words_of("a\u00A0b\tc\r\nd\u2028e\u0085f\u3000g"),
            (Words{"a", "b", "c", "d", "e", "f", "g"}));
  EXPECT_EQ(words_of(" \n\u00A0"), Words{});
  EXPECT_EQ(words_of(""), Words{});
}

TEST(Words, shapes_tell_case_and_digits) {
  const struct {
    const char* word;
    Shape shape;
  } cases[] = {
      {"said", Shape::lower},     {"Legend", Shape::capitalised},
      {"A", Shape::capitalised},  {"BBC", Shape::upper},
      {"McKay", Shape::mixed},    {"iPhone", Shape::mixed},
      {"2020", Shape::digits},    {"20th", Shape::lower},
      {"A1", Shape::capitalised}, {"“", Shape::punctuation},
      {"言", Shape::other},       {"É\u0301a", Shape::capitalised},
      {"\u0301", Shape::other},   {"٣", Shape::lower},
      {"a\u0301", Shape::lower},
  };
  for (const auto& [word, shape] : cases) EXPECT_EQ(shape_of(word), shape) << word;
}

TEST(Words, pieces_are_those_of_the_folded_form) {
  const SegmentedText segmented = test_segmenter().segment("Said un\u00ADsaid é");
  ASSERT_EQ(segmented.words.size(), 3U);
  EXPECT_EQ(segmented.words[0].piece_count, 1U);
  EXPECT_EQ(segmented.words[1].piece_count, 2U);  // un ##said
  EXPECT_EQ(segmented.words[1].first_piece, 1U);
  EXPECT_EQ(segmented.words[2].piece_count, 1U);
  EXPECT_EQ(segmented.pieces.size(), 4U);
  EXPECT_EQ(segmented.pieces[3], test_segmenter().segment("e").pieces[0]);
}

}  // namespace
}  // namespace quoth::segment
