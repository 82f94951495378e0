#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "page/block_features.h"

namespace quoth::page {

/// Boosted regression trees over what is measured of a block: the sum of one leaf of each tree is the logit of "part of the article".
/// Immutable, for any number of threads.
class BlockTrees {
 public:
  static const BlockTrees&
  table();  ///< Read once from data/page/block_trees.txt, which training/page_blocks writes.

  /// Lines "tree", "FEATURE THRESHOLD LEFT RIGHT" and "leaf VALUE"; LEFT and RIGHT are lines of the tree, counted from 0. A faulty
  /// line ends the table.
  explicit BlockTrees(std::string_view text);

  std::size_t count() const noexcept { return roots_.size(); }

  float score(const BlockFeatures& features) const noexcept;

 private:
  struct Node {
    float value = 0;            ///< A leaf's value, or the threshold: at most that goes left.
    std::int16_t feature = -1;  ///< -1: a leaf.
    std::uint32_t left = 0, right = 0;
  };

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
};

}  // namespace quoth::page
