#include "variants/shingle_index.h"

#include <gtest/gtest.h>

namespace quoth::variants {
namespace {

Shingles shingles_of(std::string_view content, std::uint64_t name) {
  Words words;
  words.read(content);
  Shingles shingles;
  shingles.read(words, name);
  return shingles;
}

std::vector<ShingleIndex::Candidate> found(const ShingleIndex& index, const Shingles& shingles) {
  std::vector<ShingleIndex::Candidate> candidates;
  index.find(shingles, candidates);
  return candidates;
}

TEST(ShingleIndex, finds_fragments_and_other_forms) {
  ShingleIndex index;
  index.add(shingles_of("We will build five new schools in Oslo before the year ends", 5), 0);
  index.add(shingles_of("The roads of the north were bad", 5), 1);
  const auto candidates =
      found(index, shingles_of("that he would be building five new schools", 5));
  ASSERT_EQ(candidates.size(), 1U);
  EXPECT_EQ(candidates[0].family, 0U);
}

TEST(ShingleIndex, takes_pairs_of_words_from_one_speaker_alone) {
  ShingleIndex index;
  index.add(shingles_of("new schools were opened, old roads mended", 5), 0);
  const std::string_view other = "new schools were closed, and old roads too";
  EXPECT_EQ(found(index, shingles_of(other, 5)).size(), 1U);
  EXPECT_TRUE(found(index, shingles_of(other, 6)).empty());
  EXPECT_TRUE(found(index, shingles_of(other, 0)).empty());
}

TEST(ShingleIndex, looks_at_a_bounded_number_of_families) {
  ShingleIndex index;
  const Shingles same = shingles_of("build five new schools", 5);
  for (std::uint32_t family = 0; family < 1000; ++family) index.add(same, family);
  const auto candidates = found(index, same);
  ASSERT_EQ(candidates.size(), 8U);
  EXPECT_GE(candidates[0].family, 992U) << "the latest";
}

}  // namespace
}  // namespace quoth::variants
