#include "segment/vocabulary.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::segment {
namespace {

constexpr std::string_view pieces_text = "[UNK]\nun\n##safe\n##s\nsafe\n##ty\nzo\n##é\nz\n##\n#\n";

/// The pieces of a word, parted by blanks.
std::string split(std::string_view folded) {
  const auto vocabulary = Vocabulary::create(pieces_text);
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start < pieces_text.size();) {
    const std::size_t end = pieces_text.find('\n', start);
    lines.push_back(pieces_text.substr(start, end - start));
    start = end + 1;
  }
  std::vector<std::int32_t> ids;
  const std::size_t count = vocabulary->split(folded, ids);
  EXPECT_EQ(count, ids.size());
  std::string shown;
  for (const std::int32_t id : ids) {
    shown += shown.empty() ? "" : " ";
    shown += lines[static_cast<std::size_t>(id)];
  }
  return shown;
}

TEST(Vocabulary, takes_the_longest_piece_first) {
  EXPECT_EQ(split("unsafe"), "un ##safe");
  EXPECT_EQ(split("safety"), "safe ##ty");
  EXPECT_EQ(split("uns"), "un ##s");
}

TEST(Vocabulary, cuts_no_code_point) { EXPECT_EQ(split("zoé"), "zo ##é"); }

TEST(Vocabulary, two_number_signs_alone_are_a_piece_of_their_own) { EXPECT_EQ(split("##"), "##"); }

TEST(Vocabulary, a_word_with_an_unknown_part_is_unknown_as_a_whole) {
  EXPECT_EQ(split("unx"), "[UNK]");
  EXPECT_EQ(split("x"), "[UNK]");
  EXPECT_EQ(split(""), "[UNK]");
}

TEST(Vocabulary, a_word_of_more_than_100_code_points_is_unknown) {
  std::string word = "zo";
  for (int k = 0; k < 98; ++k) word += "é";
  EXPECT_EQ(split(word).substr(0, 10), "zo ##é ##");
  EXPECT_EQ(split(word + "é"), "[UNK]");
}

TEST(Vocabulary, refuses_a_vocabulary_without_the_unknown_piece) {
  const auto vocabulary = Vocabulary::create("a\nb\n");
  ASSERT_FALSE(vocabulary);
  EXPECT_EQ(vocabulary.error().code, ErrorCode::model_corrupt);
}

}  // namespace
}  // namespace quoth::segment
