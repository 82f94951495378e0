#include "page/tree.h"

#include <algorithm>
#include <utility>

#include "page/tree_builder.h"

namespace quoth::page {
namespace {

Error too_large(const char* what) {
  return {ErrorCode::page_too_large, std::string("the page ") + what + "; it is no article"};
}

}  // namespace

Result<Tree> Tree::parse(std::string_view html, Extent extent, Dialect dialect) {
  if (html.size() > MarkupLimits::bytes) return too_large("has more than 16 MiB");
  Tree tree(html);
  switch (TreeBuilder(tree, dialect).build(extent)) {
    case TreeBuilder::Beyond::tags:
      return too_large("has more than 400,000 tags");
    case TreeBuilder::Beyond::elements:
      return too_large("multiplies its tags beyond 1,000,000 elements");
    case TreeBuilder::Beyond::depth:
      return too_large("nests tags more than 800 deep");
    case TreeBuilder::Beyond::nothing:
      break;
  }
  return tree;
}

const Attribute* Tree::find(const Node& element, AttributeName name) const noexcept {
  const Attribute* const first = attributes_.data() + element.first_attribute;
  const Attribute* const end = first + element.attributes;
  const Attribute* const found =
      std::find_if(first, end, [name](const Attribute& one) { return one.name == name; });
  return found == end ? nullptr : found;
}

std::string_view Tree::attribute(const Node& element, AttributeName name) const noexcept {
  const Attribute* const found = find(element, name);
  return found == nullptr ? std::string_view{} : found->value;
}

bool Tree::has_attribute(const Node& element, AttributeName name) const noexcept {
  return find(element, name) != nullptr;
}

std::string Tree::characters_of(NodeIndex element) const {
  std::string text;
  for (NodeIndex child = nodes_[element].first_child; child != no_node;
       child = nodes_[child].next) {
    if (!nodes_[child].is_element()) text += nodes_[child].text();
  }
  return text;
}

std::size_t Tree::memory() const noexcept {
  return nodes_.capacity() * sizeof(Node) + attributes_.capacity() * sizeof(Attribute) +
         markup_.memory();
}

}  // namespace quoth::page
