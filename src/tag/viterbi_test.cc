#include "tag/viterbi.h"

#include <gtest/gtest.h>

#include <random>

namespace quoth::tag {
namespace {

bool is_legal(const std::vector<std::uint8_t>& path) {
  for (std::size_t k = 0; k < path.size(); ++k) {
    const bool inner = path[k] != 0 && path[k] % 2 == 0;
    if (inner && (k == 0 || (path[k - 1] != path[k] && path[k - 1] + 1 != path[k]))) return false;
  }
  return true;
}

float score_of(const std::vector<float>& scores, const std::vector<std::uint8_t>& path,
               std::size_t tags) {
  float total = 0.0F;
  for (std::size_t k = 0; k < path.size(); ++k) total += scores[k * tags + path[k]];
  return total;
}

/// The best legal path by trying them all.
float best_score(const std::vector<float>& scores, std::size_t length, std::size_t tags) {
  std::vector<std::uint8_t> path(length, 0);
  float best = -1e30F;
  while (true) {
    if (is_legal(path)) best = std::max(best, score_of(scores, path, tags));
    std::size_t k = 0;
    while (k < length && ++path[k] == tags) path[k++] = 0;
    if (k == length) return best;
  }
}

TEST(Viterbi, finds_the_best_legal_path) {
  std::mt19937 generator(2);
  std::normal_distribution<float> normal(0.0F, 2.0F);
  Viterbi viterbi;
  for (int round = 0; round < 200; ++round) {
    const std::size_t length = 1 + static_cast<std::size_t>(round) % 6;
    std::vector<float> scores(length * 5);
    for (float& score : scores) score = normal(generator);
    const auto& path = viterbi.decode(scores.data(), length, 5);
    EXPECT_TRUE(is_legal(path));
    EXPECT_FLOAT_EQ(score_of(scores, path, 5), best_score(scores, length, 5));
  }
}

TEST(Viterbi, nothing_decodes_to_nothing) { EXPECT_TRUE(Viterbi().decode(nullptr, 0, 7).empty()); }

}  // namespace
}  // namespace quoth::tag
