#include "tag/role_reader.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <string>
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

std::string where_it_goes_on(const Tags& tags, RoleHead::Range range) {
  const RoleReader::GoesOn more = RoleReader::goes_on(tags, range, 100);
  return std::string(more.before ? "before" : "") + (more.after ? "after" : "");
}

TEST(RoleReader, an_attribution_near_an_end_that_is_not_the_windows_may_go_on) {
  const RoleHead::Range inside{10, 43}, at_start{0, 33}, at_end{67, 100};
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(7), inside), "before");
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(8), inside), "");
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(24), inside), "");
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(25), inside), "after");
  EXPECT_EQ(where_it_goes_on(Tags(33, 3), inside), "beforeafter");
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(0), at_start), "");
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(32), at_start), "after");
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(0), at_end), "before");
  EXPECT_EQ(where_it_goes_on(tags_with_part_at(32), at_end), "");
  EXPECT_EQ(where_it_goes_on(Tags(33, 0), inside), "");
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
  std::vector<std::size_t> anchors(count);
  std::iota(anchors.begin(), anchors.end(), std::size_t{0});
  head.prepare({vectors.data(), count, anchors, vectors.data()}, buffers, workspace);
  const RoleReader reader(head, reach);
  Viterbi viterbi;
  std::vector<Tags> tags;
  for (std::size_t anchor = 0; anchor < count; ++anchor) {
    ranges.push_back(reader.read(count, anchor, buffers, viterbi, workspace));
    tags.push_back(viterbi.path());
  }
  return tags;
}

TEST(RoleReader, what_reaches_far_is_read_farther_on_its_side) {
  constexpr std::size_t count = 120, reach = 16;
  std::vector<RoleHead::Range> whole_ranges, ranges;
  const std::vector<Tags> whole = read_all(0, count, whole_ranges),
                          near = read_all(reach, count, ranges);
  std::size_t whole_again = 0, one_side = 0;
  for (std::size_t anchor = 0; anchor < count; ++anchor) {
    SCOPED_TRACE(anchor);
    EXPECT_EQ(whole_ranges[anchor].size(), count);
    const RoleHead::Range range = ranges[anchor];
    ASSERT_EQ(near[anchor].size(), range.size());
    const RoleReader::GoesOn more = RoleReader::goes_on(near[anchor], range, count);
    EXPECT_FALSE(more.before || more.after);
    const std::size_t before = anchor - range.first, after = range.end - 1 - anchor;
    EXPECT_TRUE(range.first == 0 || (before >= reach && before % reach == 0)) << before;
    EXPECT_TRUE(range.end == count || (after >= reach && after % reach == 0)) << after;
    one_side += range.size() < count && (before > reach || after > reach) ? 1 : 0;
    if (range.size() < count) continue;
    EXPECT_EQ(near[anchor], whole[anchor]);
    ++whole_again;
  }
  EXPECT_GT(whole_again, 0U);
  EXPECT_GT(one_side, 0U);
}

}  // namespace
}  // namespace quoth::tag
