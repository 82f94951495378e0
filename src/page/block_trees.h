#pragma once

#include <array>
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

  /// Lines "tree", "FEATURE THRESHOLD LEFT RIGHT" and "leaf VALUE"; LEFT and RIGHT are lines of the tree further down, counted from 0. A
  /// faulty tree ends the table.
  explicit BlockTrees(std::string_view text);

  std::size_t count() const noexcept { return trees_.size(); }

  float score(const BlockFeatures& features) const noexcept;

 private:
  struct Node {
    float value = 0;  ///< A leaf's value, or the threshold: at most that goes to the first child.
    std::uint16_t feature = 0;
    std::array<std::uint32_t, 2> children =
        {};  ///< A leaf's is itself: so every walk of a tree takes as many steps, and none is guessed.
  };
  struct Tree {
    std::uint32_t root = 0;
    std::uint32_t depth = 0;
  };

  static bool read_node(std::string_view line, std::uint32_t number, Node& node);
  bool add(std::vector<Node> tree);

  std::vector<Node> nodes_;
  std::vector<Tree> trees_;
};

}  // namespace quoth::page
