#include "page/block_trees.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include "base/lexicon.h"

namespace quoth::page {
namespace {

/// Parts a line at spaces; fewer than four parts leave the rest empty.
std::array<std::string_view, 4> parts_of(std::string_view line) {
  std::array<std::string_view, 4> parts;
  for (std::string_view& part : parts) {
    part = line.substr(0, line.find(' '));
    line.remove_prefix(part.size() < line.size() ? part.size() + 1 : line.size());
  }
  return parts;
}

template <typename Number>
bool read(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

const BlockTrees& BlockTrees::table() {
  static const BlockTrees trees(base::lexicon("block_trees"));
  return trees;
}

BlockTrees::BlockTrees(std::string_view text) {
  std::vector<Node> tree;
  bool is_open = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : text.size());
    if (line == "tree") {
      if (is_open && !add(std::move(tree))) return;
      tree.clear();
      is_open = true;
      continue;
    }
    Node node;
    if (!is_open || !read_node(line, static_cast<std::uint32_t>(tree.size()), node)) return;
    tree.push_back(node);
  }
  if (is_open) add(std::move(tree));
}

bool BlockTrees::read_node(std::string_view line, std::uint32_t number, Node& node) {
  const auto parts = parts_of(line);
  if (parts[0] == "leaf") {
    node.children = {number, number};
    return read(parts[1], node.value);
  }
  auto& [left, right] = node.children;
  return read(parts[0], node.feature) && node.feature < feature_count &&
         read(parts[1], node.value) && read(parts[2], left) && read(parts[3], right) &&
         left > number && right > number;
}

/// Children stand behind their parent: from the last node on, each one's depth is known before its parent's.
bool BlockTrees::add(std::vector<Node> tree) {
  const auto root = static_cast<std::uint32_t>(nodes_.size());
  std::vector<std::uint32_t> depth(tree.size());
  for (std::size_t k = tree.size(); k-- > 0;) {
    auto& [left, right] = tree[k].children;
    if (std::max(left, right) >= tree.size()) return false;
    if (left != k) depth[k] = 1 + std::max(depth[left], depth[right]);
    left += root;
    right += root;
  }
  if (tree.empty()) return false;
  nodes_.insert(nodes_.end(), tree.begin(), tree.end());
  trees_.push_back({root, depth.front()});
  return true;
}

float BlockTrees::score(const BlockFeatures& features) const noexcept {
  float sum = 0;
  for (const Tree& tree : trees_) {
    std::uint32_t at = tree.root;
    for (std::uint32_t step = 0; step < tree.depth; ++step) {
      const Node& node = nodes_[at];
      at = node.children[features[node.feature] <= node.value ? 0 : 1];
    }
    sum += nodes_[at].value;
  }
  return sum;
}

}  // namespace quoth::page
