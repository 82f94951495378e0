#pragma once

#include <cstdint>
#include <string_view>

#include "page/tag.h"

namespace quoth::page {

/// Place of a node in its tree.
using NodeIndex = std::uint32_t;
constexpr NodeIndex no_node = 0xFFFFFFFF;

/// Elements of drawings and formulas follow other rules and hold no text of the page.
enum class Namespace : std::uint8_t { html, svg, mathml };

/// An element or a text of a page: 40 bytes. Neighbouring texts are one text.
struct Node {
  enum class Kind : std::uint8_t { element, text };

  NodeIndex parent = no_node, first_child = no_node, last_child = no_node;
  NodeIndex next = no_node, previous = no_node;  ///< Siblings.
  std::uint32_t first_attribute = 0;
  const char* characters =
      nullptr;  ///< The text; of an element its name as it is written, null where it is implied.
  std::uint32_t length = 0;     ///< Of them, in bytes.
  std::uint8_t attributes = 0;  ///< How many.
  Tag tag = Tag::unknown;
  Kind kind : 1 = Kind::element;
  Namespace space : 2 = Namespace::html;
  bool is_open : 1 = false;  ///< While the tree is built: on the stack of open elements.

  std::string_view text() const noexcept { return {characters, length}; }
  bool is_element() const noexcept { return kind == Kind::element; }
  bool is(Tag of) const noexcept { return is_element() && tag == of && space == Namespace::html; }
};
static_assert(sizeof(Node) == 40);

}  // namespace quoth::page
