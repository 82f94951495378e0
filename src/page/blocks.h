#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/class_words.h"
#include "page/tree.h"
#include "quoth/document.h"

namespace quoth::page {

/// Where an element stands: a bit each, handed down to what it holds.
enum Inside : std::uint32_t {
  inside_article = 1U << 0U,
  inside_main = 1U << 1U,
  inside_aside = 1U << 2U,
  inside_nav = 1U << 3U,
  inside_footer = 1U << 4U,
  inside_header = 1U << 5U,
  inside_figure = 1U << 6U,
  inside_form = 1U << 7U,
  inside_blockquote = 1U << 8U,
  inside_list = 1U << 9U,
  inside_table = 1U << 10U,
  inside_hidden = 1U << 11U,         ///< By attribute or inline style.
  inside_body_property = 1U << 12U,  ///< itemprop="articleBody".
  inside_other_article = 1U << 13U,  ///< An `article` inside another one.
  inside_time = 1U << 14U,
  inside_link = 1U << 15U,
};

/// An element of the page that may hold text, with what its ancestors tell of it. In document order.
struct Element {
  NodeIndex node = no_node;
  Tag tag = Tag::unknown;
  std::uint32_t parent = 0;  ///< Index; the root's is itself.
  std::uint32_t inside = 0;
  std::uint32_t level = 0;
  std::uint64_t signature = 0;  ///< Tag and class: those of a page's paragraphs are mostly equal.
  /// How many levels above, at most `far`, is an element whose class or id is of the kind.
  std::array<std::uint8_t, class_kind_count> above{};
  static constexpr std::uint8_t far = 15;
};

/// A paragraph, heading, list item, table cell …: text that a browser sets apart from the text around it.
struct Block {
  Span text;                  ///< Of Blocks::text, in bytes.
  std::uint32_t inner = 0;    ///< Index of the innermost element that holds all of it.
  std::uint32_t element = 0;  ///< The same, or the nearest above it that is no part of a line.
  std::uint32_t row = 0;      ///< Of a table: index of the element `tr`; 0: stands in none.
  std::uint32_t link_bytes = 0, links = 0, bold_bytes = 0;
};

/// A page as a sequence of blocks. White space is one space; text never holds markup.
struct Blocks {
  std::string text;
  std::vector<Block> blocks;
  std::vector<Element> elements;

  std::string_view operator[](const Block& block) const {
    return std::string_view(text).substr(block.text.start, block.text.end - block.text.start);
  }
  Tag tag(const Block& block) const { return elements[block.element].tag; }
};

/// Flattens the tree from an element on. What is never read (scripts, styles, forms' fields …) is left out.
Blocks flatten(const Tree& tree, NodeIndex element = Tree::root);

/// Text of an element, white space as one space.
std::string text_of(const Tree& tree, NodeIndex element);

}  // namespace quoth::page
