#include "page/block_trees.h"

#include <array>
#include <charconv>
#include <cstddef>

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
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : text.size());
    if (line == "tree") {
      roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
      continue;
    }
    const auto parts = parts_of(line);
    Node node;
    if (roots_.empty()) return;
    if (parts[0] == "leaf") {
      if (!read(parts[1], node.value)) return;
    } else {
      if (!read(parts[0], node.feature) || node.feature < 0 ||
          static_cast<std::size_t>(node.feature) >= feature_count || !read(parts[1], node.value) ||
          !read(parts[2], node.left) || !read(parts[3], node.right)) {
        return;
      }
      node.left += roots_.back();
      node.right += roots_.back();
    }
    nodes_.push_back(node);
  }
}

float BlockTrees::score(const BlockFeatures& features) const noexcept {
  float sum = 0;
  for (std::uint32_t at : roots_) {
    // Children stand behind their parent, so that a walk ends; one that leaves the table is worth nothing.
    while (at < nodes_.size() && nodes_[at].feature >= 0) {
      const Node& node = nodes_[at];
      const std::uint32_t next =
          features[static_cast<std::size_t>(node.feature)] <= node.value ? node.left : node.right;
      if (next <= at) return sum;
      at = next;
    }
    if (at < nodes_.size()) sum += nodes_[at].value;
  }
  return sum;
}

}  // namespace quoth::page
