#include "tag/role_reader.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "nn/encoder.h"

namespace quoth::tag {
namespace {

using Tags = std::vector<std::uint8_t>;

Tags tags_with_part_at(std::size_t place) {
  Tags tags(33, 0);
  tags[place] = 3;
  return tags;
}

TEST(RoleReader, an_attribution_near_an_end_that_is_not_the_windows_may_go_on) {
  const RoleHead::Range inside{10, 43}, at_start{0, 33}, at_end{67, 100};
  EXPECT_TRUE(RoleReader::goes_on(tags_with_part_at(7), inside, 100));
  EXPECT_FALSE(RoleReader::goes_on(tags_with_part_at(8), inside, 100));
  EXPECT_FALSE(RoleReader::goes_on(tags_with_part_at(24), inside, 100));
  EXPECT_TRUE(RoleReader::goes_on(tags_with_part_at(25), inside, 100));
  EXPECT_FALSE(RoleReader::goes_on(tags_with_part_at(0), at_start, 100));
  EXPECT_TRUE(RoleReader::goes_on(tags_with_part_at(32), at_start, 100));
  EXPECT_TRUE(RoleReader::goes_on(tags_with_part_at(0), at_end, 100));
  EXPECT_FALSE(RoleReader::goes_on(tags_with_part_at(32), at_end, 100));
  EXPECT_FALSE(RoleReader::goes_on(Tags(33, 0), inside, 100));
}

/// The tags of every anchor of a window of random vectors, by a reader of this reach.
std::vector<Tags> read_all(std::size_t reach, std::size_t count,
                           std::vector<RoleHead::Range>& ranges) {
  const auto model = model::Model::read(QUOTH_SOURCE_DIR "/tests/fixtures/tiny.qmodel");
  const RoleHead head(**model, "roles", (*model)->config().role_width, *nn::find_kernels("auto"));
  std::mt19937 generator(21);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  std::vector<float> vectors(count * (*model)->config().width);
  for (float& value : vectors) value = normal(generator);
  nn::Workspace workspace;
  RoleHead::Buffers buffers;
  head.prepare(vectors.data(), count, buffers, workspace);
  const RoleReader reader(head, reach);
  Viterbi viterbi;
  std::vector<Tags> tags;
  for (std::size_t anchor = 0; anchor < count; ++anchor) {
    ranges.push_back(reader.read(vectors.data(), count, anchor, buffers, viterbi, workspace));
    tags.push_back(viterbi.path());
  }
  return tags;
}

TEST(RoleReader, what_reaches_far_is_read_as_without_a_reach) {
  constexpr std::size_t count = 80;
  std::vector<RoleHead::Range> whole_ranges, ranges;
  const std::vector<Tags> whole = read_all(0, count, whole_ranges),
                          near = read_all(16, count, ranges);
  std::size_t read_again = 0;
  for (std::size_t anchor = 0; anchor < count; ++anchor) {
    EXPECT_EQ(whole_ranges[anchor].size(), count);
    ASSERT_EQ(near[anchor].size(), ranges[anchor].size());
    if (ranges[anchor].size() < count) continue;
    EXPECT_EQ(near[anchor], whole[anchor]) << anchor;
    ++read_again;
  }
  EXPECT_GT(read_again, 0U);
}

}  // namespace
}  // namespace quoth::tag
