// Formatting (b, i, a, font …) that is closed in another order than it was opened in, or not at all. The list of active formatting elements
// remembers what is on: text that follows opens it again (reconstruct_formatting); an end tag that finds blocks inside its element
// splits the formatting at them (adopt, the "adoption agency algorithm").

#include <algorithm>

#include "page/tree_builder.h"

namespace quoth::page {

std::size_t TreeBuilder::find_formatting(NodeIndex node) const noexcept {
  for (std::size_t k = formatting_.size(); k-- > 0;) {
    if (formatting_[k].node == node) return k;
  }
  return OpenElements::nowhere;
}

/// The last entry of the tag behind the last marker.
std::size_t TreeBuilder::last_formatting(Tag tag) const noexcept {
  for (std::size_t k = formatting_.size(); k-- > 0 && formatting_[k].node != no_node;) {
    if (tree_.nodes_[formatting_[k].node].tag == tag) return k;
  }
  return OpenElements::nowhere;
}

void TreeBuilder::remove_formatting(std::size_t index) {
  formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(index));
}

void TreeBuilder::clear_to_marker() noexcept {
  while (!formatting_.empty()) {
    const bool is_marker = formatting_.back().node == no_node;
    formatting_.pop_back();
    if (is_marker) return;
  }
}

/// An element like it, with nothing in it and nowhere yet.
Node TreeBuilder::copied(NodeIndex index) const {
  Node node = tree_.nodes_[index];
  node.parent = node.first_child = node.last_child = node.next = node.previous = no_node;
  node.is_open = false;
  return node;
}

void TreeBuilder::reconstruct_formatting() {
  std::size_t first = formatting_.size();
  while (first > 0 && formatting_[first - 1].node != no_node &&
         !tree_.nodes_[formatting_[first - 1].node].is_open) {
    --first;
  }
  reconstructs_ = true;
  for (std::size_t k = first; k < formatting_.size() && open_.size() <= MarkupLimits::depth; ++k) {
    formatting_[k].node = insert_node(copied(formatting_[k].node));
  }
  reconstructs_ = false;
}

std::uint64_t TreeBuilder::hash_of(Formatting& entry) {
  if (entry.attributes == 0) {
    entry.attributes = tokenizer_.attributes_hash(tree_.nodes_[entry.node].text());
  }
  return entry.attributes;
}

/// Of more than three alike the first is forgotten, so that they cannot multiply for ever.
void TreeBuilder::add_formatting(NodeIndex node) {
  constexpr std::size_t most_alike = 3;
  Formatting added{node};
  const Tag tag = tree_.nodes_[node].tag;
  std::size_t same_tag = 0, alike = 0, first = 0;
  for (std::size_t k = formatting_.size(); k-- > 0 && formatting_[k].node != no_node;) {
    if (tree_.nodes_[formatting_[k].node].tag == tag) ++same_tag;
  }
  for (std::size_t k = formatting_.size();
       same_tag >= most_alike && k-- > 0 && formatting_[k].node != no_node;) {
    Formatting& entry = formatting_[k];
    if (tree_.nodes_[entry.node].tag != tag || hash_of(entry) != hash_of(added)) continue;
    ++alike;
    first = k;
  }
  if (alike >= most_alike) remove_formatting(first);
  formatting_.push_back(added);
}

/// An end tag of formatting.
void TreeBuilder::adopt(const Token& token, Tag subject) {
  const Open& current = open_.current();
  if (current.is(subject) && find_formatting(current.node) == OpenElements::nowhere) return pop();
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    if (!adopt_once(token, subject)) return;
  }
}

/// One round; false where nothing is left to do.
bool TreeBuilder::adopt_once(const Token& token, Tag subject) {
  const std::size_t formatting = last_formatting(subject);
  if (formatting == OpenElements::nowhere) {
    if (!is_gumbo() && token.kind == Kind::end_tag) end_other(token);  // gumbo: nothing.
    return false;
  }
  const NodeIndex element = formatting_[formatting].node;
  const std::size_t stack_at = open_.find(element);
  if (stack_at == OpenElements::nowhere) {
    remove_formatting(formatting);
    return false;
  }
  const bool in_scope = is_gumbo() ? open_.has_in_scope(subject) : open_.has_node_in_scope(element);
  if (!in_scope) return false;
  std::size_t block_at = stack_at;
  while (block_at < open_.size() && !open_[block_at].has(is_special)) ++block_at;
  if (block_at == open_.size()) {
    while (open_.size() > stack_at) pop();
    remove_formatting(formatting);
    return false;
  }
  adopt_block(formatting, stack_at, block_at);
  return true;
}

/// Ends the formatting before the block and begins it anew inside it.
void TreeBuilder::adopt_block(std::size_t formatting, std::size_t stack_at, std::size_t block_at) {
  const NodeIndex element = formatting_[formatting].node;
  const NodeIndex block = open_[block_at].node;
  const NodeIndex ancestor = open_[stack_at - 1].node;
  std::size_t bookmark = formatting + 1;
  NodeIndex last = block;
  std::size_t at = block_at;
  for (int count = 1;; ++count) {
    const NodeIndex node = open_[--at].node;
    if (node == element) break;
    std::size_t entry = find_formatting(node);
    if (count > 3 && entry != OpenElements::nowhere) {
      remove_formatting(entry);
      if (entry < bookmark) --bookmark;
      if (is_gumbo()) continue;  // gumbo: it stays open.
      entry = OpenElements::nowhere;
    }
    if (entry == OpenElements::nowhere) {
      remove_open(at);
      continue;
    }
    const NodeIndex clone = add_node(copied(node));
    ++elements_;
    tree_.nodes_[node].is_open = false;
    tree_.nodes_[clone].is_open = true;
    formatting_[entry].node = clone;
    open_.replace(at, clone);
    if (last == block) bookmark = entry + 1;
    detach(last);
    put(last, {clone, no_node});
    last = clone;
  }
  detach(last);
  put(last, place(ancestor));
  const NodeIndex clone = add_node(copied(element));
  ++elements_;
  adopt_children(block, clone);
  put(clone, {block, no_node});
  const std::size_t old = find_formatting(element);
  const std::uint64_t attributes = formatting_[old].attributes;
  remove_formatting(old);
  if (old < bookmark) --bookmark;
  formatting_.insert(formatting_.begin() + static_cast<std::ptrdiff_t>(bookmark),
                     {clone, attributes});
  remove_open(open_.find(element));
  open_.insert(open_.find(block) + 1, opened(clone));
  tree_.nodes_[clone].is_open = true;
}

}  // namespace quoth::page
