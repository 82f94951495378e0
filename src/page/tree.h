#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/attribute.h"
#include "page/dialect.h"
#include "page/markup.h"
#include "page/node.h"
#include "quoth/result.h"

namespace quoth::page {

/// What an article's page may have at most. Building's time is bounded by tags times depth.
struct MarkupLimits {
  static constexpr std::size_t bytes = std::size_t{16} << 20U;
  static constexpr std::size_t tags = 400'000;  ///< Start tags.
  static constexpr std::size_t elements =
      1'000'000;                             ///< With those that unclosed formatting opens again.
  static constexpr std::size_t depth = 800;  ///< Elements open at once.
};

/// The tree of a page as a browser would build it, without comments and with the attributes of attribute_names alone. Owns its nodes and
/// borrows the page's bytes. Immutable.
class Tree {
 public:
  enum class Extent : std::uint8_t { page, fragment };

  /// Fails with page_too_large.
  static Result<Tree> parse(std::string_view html, Extent extent,
                            Dialect dialect = Dialect::standard);

  static constexpr NodeIndex root = 0;  ///< The element `html`.

  const Node& operator[](NodeIndex node) const noexcept { return nodes_[node]; }
  std::size_t size() const noexcept { return nodes_.size(); }

  /// The attribute's value; empty where it is not there.
  std::string_view attribute(const Node& element, AttributeName name) const noexcept;
  bool has_attribute(const Node& element, AttributeName name) const noexcept;

  /// The characters of the texts right below an element.
  std::string characters_of(NodeIndex element) const;

  /// How many bytes nodes, attributes and copied characters take.
  std::size_t memory() const noexcept;

 private:
  friend class TreeBuilder;
  explicit Tree(std::string_view html) : markup_(html) {}

  const Attribute* find(const Node& element, AttributeName name) const noexcept;

  Markup markup_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

}  // namespace quoth::page
