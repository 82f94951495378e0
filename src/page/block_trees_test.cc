#include "page/block_trees.h"

#include <gtest/gtest.h>

namespace quoth::page {
namespace {

TEST(BlockTrees, sum_a_leaf_of_each_tree) {
  const BlockTrees trees("tree\n0 2.5 1 2\nleaf -1\nleaf 0.5\ntree\nleaf 0.25\n");
  BlockFeatures features{};
  EXPECT_EQ(trees.count(), 2U);
  EXPECT_FLOAT_EQ(trees.score(features), -0.75F);
  features[0] = 3;
  EXPECT_FLOAT_EQ(trees.score(features), 0.75F);
}

TEST(BlockTrees, are_walked_to_leaves_at_different_depths) {
  const BlockTrees trees("tree\n0 0.5 1 4\n1 0.5 2 3\nleaf 1\nleaf 2\nleaf 4\n");
  BlockFeatures features{};
  EXPECT_FLOAT_EQ(trees.score(features), 1);
  features[1] = 1;
  EXPECT_FLOAT_EQ(trees.score(features), 2);
  features[0] = 1;
  EXPECT_FLOAT_EQ(trees.score(features), 4);
}

TEST(BlockTrees, that_are_faulty_end_the_table) {
  const BlockFeatures features{};
  EXPECT_FLOAT_EQ(BlockTrees("tree\n0 2.5 0 0\n").score(features), 0);
  EXPECT_FLOAT_EQ(BlockTrees("tree\nleaf 1\ntree\n9999 1 1 2\n").score(features), 1);
  EXPECT_FLOAT_EQ(BlockTrees("leaf 1\n").score(features), 0);
  EXPECT_FLOAT_EQ(BlockTrees("tree\nleaf 1\ntree\n").score(features), 1);
  EXPECT_FLOAT_EQ(BlockTrees("tree\nleaf 1\ntree\n0 1 1 2\nleaf 1\n").score(features), 1);
}

TEST(BlockTrees, of_the_library_are_there) { EXPECT_GT(BlockTrees::table().count(), 50U); }

}  // namespace
}  // namespace quoth::page
