#include "tag/role_head.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "nn/encoder.h"

namespace quoth::tag {
namespace {

TEST(RoleHead, distances_fall_into_the_buckets_of_the_model_page) {
  EXPECT_EQ(distance_bucket(0), 16U);
  EXPECT_EQ(distance_bucket(8), 24U);
  EXPECT_EQ(distance_bucket(-8), 8U);
  EXPECT_EQ(distance_bucket(9), 25U);
  EXPECT_EQ(distance_bucket(12), 25U);
  EXPECT_EQ(distance_bucket(13), 26U);
  EXPECT_EQ(distance_bucket(-135), 1U);
  EXPECT_EQ(distance_bucket(136), 32U);
  EXPECT_EQ(distance_bucket(-5000), 0U);
}

constexpr std::size_t count = 100;  // Words of the window.

std::vector<float> random_vectors(std::size_t width) {
  std::mt19937 generator(21);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  std::vector<float> vectors(count * width);
  for (float& value : vectors) value = normal(generator);
  return vectors;
}

/// The last of these anchors, scored.
RoleHead::Buffers scored(const RoleHead& head, const std::vector<float>& vectors,
                         const std::vector<std::size_t>& anchors, RoleHead::Range range,
                         nn::Workspace& workspace) {
  const std::size_t width = vectors.size() / count;
  std::vector<float> anchor_vectors;
  for (const std::size_t anchor : anchors) {
    const auto vector = vectors.begin() + static_cast<std::ptrdiff_t>(anchor * width);
    anchor_vectors.insert(anchor_vectors.end(), vector,
                          vector + static_cast<std::ptrdiff_t>(width));
  }
  RoleHead::Buffers buffers;
  head.prepare({vectors.data(), count, anchors, anchor_vectors.data()}, buffers, workspace);
  head.score(range, anchors.size() - 1, buffers, workspace);
  return buffers;
}

TEST(RoleHead, part_of_a_window_scores_as_the_whole_does_but_at_its_ends) {
  constexpr std::size_t anchor = 45;
  constexpr RoleHead::Range part{16, 84};  // Quads of the convolutions begin there in both.
  constexpr std::size_t reach = 20;        // Four times the dilations of the two: 1 and 4.
  const auto model = model::Model::read(QUOTH_SOURCE_DIR "/tests/fixtures/tiny.qmodel");
  ASSERT_TRUE(model.has_value()) << model.error().message;
  const RoleHead head(**model, "circumstances", (*model)->config().circumstance_width,
                      *nn::find_kernels("auto"));
  const auto vectors = random_vectors((*model)->config().width);
  nn::Workspace workspace;
  const RoleHead::Buffers whole = scored(head, vectors, {anchor}, {0, count}, workspace);
  const RoleHead::Buffers some = scored(head, vectors, {3, 20, anchor}, part, workspace);
  const std::size_t tags = head.tags();
  for (std::size_t w = part.first + reach; w < part.end - reach; ++w) {
    for (std::size_t tag = 0; tag < tags; ++tag) {
      EXPECT_EQ(some.scores[(w - part.first) * tags + tag], whole.scores[w * tags + tag]) << w;
    }
  }
  EXPECT_NE(some.scores[0], whole.scores[part.first * tags]);
}

}  // namespace
}  // namespace quoth::tag
