#include "tag/role_head.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace quoth::tag
