#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string_view>

#include "quoth/result.h"

namespace quoth::page {

class Arena;

/// The tree of a page as a browser would build it. Owns its nodes and borrows the page's bytes.
class Tree {
 public:
  enum class Extent : std::uint8_t { page, fragment };

  /// Fails with page_too_large.
  static Result<Tree> parse(std::string_view html, Extent extent);

  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();

  const GumboNode& root() const noexcept { return *root_; }  ///< The element `html`.

 private:
  Tree(std::unique_ptr<Arena> arena, const GumboNode* root) noexcept;
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_;
};

/// The children of a node, none for text.
inline const GumboVector* children(const GumboNode& node) noexcept {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE
             ? &node.v.element.children
             : nullptr;
}

inline const GumboNode& child(const GumboVector& nodes, unsigned int k) noexcept {
  return *static_cast<const GumboNode*>(nodes.data[k]);
}

/// The attribute's value; empty where it is not there.
inline std::string_view attribute(const GumboElement& element, const char* name) noexcept {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

inline bool has_attribute(const GumboElement& element, const char* name) noexcept {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

}  // namespace quoth::page
