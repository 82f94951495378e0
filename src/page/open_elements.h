#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "page/node.h"
#include "page/tag_traits.h"

namespace quoth::page {

/// The stack of open elements: the page's root first, the current element last.
class OpenElements {
 public:
  struct Open {
    NodeIndex node = no_node;
    Tag tag = Tag::unknown;
    Namespace space = Namespace::html;
    Traits traits = 0;

    bool is(Tag of) const noexcept { return tag == of && space == Namespace::html; }
    bool has(Traits any) const noexcept { return (traits & any) != 0; }
  };

  std::size_t size() const noexcept { return stack_.size(); }
  const Open& operator[](std::size_t index) const noexcept { return stack_[index]; }
  const Open& current() const noexcept { return stack_.back(); }

  void push(const Open& open) {
    ++count(open);
    stack_.push_back(open);
  }
  void pop() noexcept {
    --count(stack_.back());
    stack_.pop_back();
  }
  void insert(std::size_t index, const Open& open) {
    ++count(open);
    stack_.insert(stack_.begin() + static_cast<std::ptrdiff_t>(index), open);
  }
  void remove(std::size_t index) {
    --count(stack_[index]);
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
  }
  /// Another element of the same tag takes the place.
  void replace(std::size_t index, NodeIndex node) noexcept { stack_[index].node = node; }

  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::size_t find(NodeIndex node) const noexcept {
    for (std::size_t k = stack_.size(); k-- > 0;) {
      if (stack_[k].node == node) return k;
    }
    return nowhere;
  }
  std::size_t find_last(Tag tag) const noexcept {
    if (!has(tag)) return nowhere;
    for (std::size_t k = stack_.size(); k-- > 0;) {
      if (stack_[k].is(tag)) return k;
    }
    return nowhere;
  }

  /// An element of HTML of that tag is open, in whatever scope.
  bool has(Tag tag) const noexcept { return counts_[static_cast<std::size_t>(tag)] != 0; }

  /// … and no element with one of the traits is open inside it.
  bool has_in(Tag tag, Traits ends) const noexcept {
    if (!has(tag)) return false;
    for (std::size_t k = stack_.size(); k-- > 0;) {
      if (stack_[k].is(tag)) return true;
      if (stack_[k].has(ends)) return false;
    }
    return false;
  }
  bool has_in_scope(Tag tag) const noexcept { return has_in(tag, ends_scope); }
  bool has_in_list_scope(Tag tag) const noexcept {
    return has_in(tag, ends_scope | ends_list_scope);
  }
  bool has_in_button_scope(Tag tag) const noexcept {
    return has_in(tag, ends_scope | ends_button_scope);
  }
  bool has_in_table_scope(Tag tag) const noexcept { return has_in(tag, ends_table_scope); }

  /// A select is open with nothing but options and their groups in it.
  bool has_select_in_scope() const noexcept {
    for (std::size_t k = stack_.size(); k-- > 0;) {
      if (stack_[k].is(Tag::select)) return true;
      if (!stack_[k].is(Tag::option) && !stack_[k].is(Tag::optgroup)) return false;
    }
    return false;
  }
  bool has_heading_in_scope() const noexcept {
    for (std::size_t k = stack_.size(); k-- > 0;) {
      if (stack_[k].has(is_heading)) return true;
      if (stack_[k].has(ends_scope)) return false;
    }
    return false;
  }
  bool has_node_in_scope(NodeIndex node) const noexcept {
    for (std::size_t k = stack_.size(); k-- > 0;) {
      if (stack_[k].node == node) return true;
      if (stack_[k].has(ends_scope)) return false;
    }
    return false;
  }

 private:
  std::uint32_t& count(const Open& open) noexcept {
    // Those of other namespaces are counted where nobody asks.
    return counts_[open.space == Namespace::html ? static_cast<std::size_t>(open.tag) : tag_count];
  }

  std::vector<Open> stack_;
  std::array<std::uint32_t, tag_count + 1> counts_{};
};

}  // namespace quoth::page
