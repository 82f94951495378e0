#include "page/blocks.h"

#include <algorithm>

#include "page/spacing.h"
#include "page/tags.h"

namespace quoth::page {
namespace {

// Bytes of a row's cells so far, up to which the next cell joins them.
constexpr std::size_t longest_cells = 200;

std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return (hash ^ 0xFFU) * 0x100000001B3ULL;
}

bool is_hidden(const Tree& tree, const Node& element) {
  if (tree.has_attribute(element, AttributeName::hidden)) return true;
  const std::string_view style = tree.attribute(element, AttributeName::style);
  if (style.empty()) return false;
  const std::size_t display = style.find("display");
  if (display != std::string_view::npos) {
    const std::string_view rest = style.substr(display + 7, 8);
    if (rest.find("none") != std::string_view::npos) return true;
  }
  return style.find("visibility:hidden") != std::string_view::npos ||
         style.find("visibility: hidden") != std::string_view::npos;
}

std::uint32_t inside_by_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar") return inside_nav;
  if (role == "complementary" || role == "dialog" || role == "alertdialog") return inside_aside;
  if (role == "contentinfo") return inside_footer;
  if (role == "banner") return inside_header;
  if (role == "main") return inside_main;
  if (role == "article") return inside_article;
  return 0;
}

std::uint32_t inside_by_tag(Tag tag) {
  switch (tag) {
    case Tag::article:
      return inside_article;
    case Tag::main:
      return inside_main;
    case Tag::aside:
      return inside_aside;
    case Tag::nav:
      return inside_nav;
    case Tag::footer:
      return inside_footer;
    case Tag::header:
      return inside_header;
    case Tag::figure:
      return inside_figure;
    case Tag::form:
      return inside_form;
    case Tag::blockquote:
      return inside_blockquote;
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
      return inside_list;
    case Tag::table:
      return inside_table;
    case Tag::time:
      return inside_time;
    case Tag::a:
      return inside_link;
    default:
      return 0;
  }
}

/// Walks the tree without recursion and gathers blocks.
class Flattener {
 public:
  explicit Flattener(const Tree& tree) : tree_(tree) {}

  Blocks take(NodeIndex element) {
    enter(element);
    while (!open_.empty()) {
      const NodeIndex index = open_.back().next;
      if (index == no_node) {
        leave();
        continue;
      }
      const Node& next = tree_[index];
      open_.back().next = next.next;
      if (!next.is_element()) {
        add_text(next.text());
      } else if (!is_never_read(next)) {
        enter(index);
      }
    }
    end_block();
    return std::move(result_);
  }

 private:
  struct Open {
    NodeIndex next;  // Child.
    std::uint32_t index;
    std::uint32_t row;
    Tag tag;
    bool bold;
  };

  void enter(NodeIndex node) {
    const Node& element = tree_[node];
    if (element.tag == Tag::br) {
      line_break();
      return;
    }
    if (is_cell(element.tag) && continues_row()) {
      cell_ = true;
    } else if (!is_line_part(element.tag)) {
      end_block();
    }
    const auto index = static_cast<std::uint32_t>(result_.elements.size());
    result_.elements.push_back(described(node));
    const bool above_bold = !open_.empty() && open_.back().bold;
    const std::uint32_t row = element.tag == Tag::tr ? index : open_.empty() ? 0 : open_.back().row;
    if (element.tag == Tag::a && block_open_) ++block_.links;
    open_.push_back(
        {element.first_child, index, row, element.tag, above_bold || is_bold(element.tag)});
  }

  void leave() {
    const Tag tag = open_.back().tag;
    if (!is_line_part(tag) && !is_cell(tag)) end_block();
    open_.pop_back();
  }

  Element described(NodeIndex node) const {
    const Node& element = tree_[node];
    Element result;
    result.node = node;
    result.tag = element.tag;
    if (!open_.empty()) {
      const Element& parent = result_.elements[open_.back().index];
      result.parent = open_.back().index;
      result.inside = parent.inside;
      result.level = parent.level + 1;
      result.above = parent.above;
      for (std::uint8_t& levels : result.above) {
        levels = static_cast<std::uint8_t>(std::min<int>(levels + 1, Element::far));
      }
    } else {
      result.above.fill(Element::far);
    }
    const std::uint32_t own = inside_by_tag(element.tag);
    if ((own & result.inside & inside_article) != 0) result.inside |= inside_other_article;
    result.inside |= own;
    result.signature = mixed(0, name_of(element.tag));
    if (element.attributes > 0) describe_attributes(element, result);
    return result;
  }

  void describe_attributes(const Node& element, Element& result) const {
    const std::string_view names = tree_.attribute(element, AttributeName::class_);
    result.inside |= inside_by_role(tree_.attribute(element, AttributeName::role));
    if (is_hidden(tree_, element)) result.inside |= inside_hidden;
    if (tree_.attribute(element, AttributeName::itemprop) == "articleBody")
      result.inside |= inside_body_property;
    result.signature = mixed(result.signature, names);
    // The whole page's class ("single-post") tells nothing of its parts.
    if (element.tag == Tag::body || element.tag == Tag::html) return;
    const ClassWords& words = ClassWords::table();
    const ClassKinds kinds =
        words.kinds(names) | words.kinds(tree_.attribute(element, AttributeName::id));
    for (std::size_t k = 0; k < class_kind_count; ++k) {
      if ((kinds >> k & 1U) != 0) result.above[k] = 0;
    }
  }

  void line_break() {
    if (!block_open_) return;
    if (++breaks_ > 1) {
      end_block();
    } else {
      space_ = true;
    }
  }

  static bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }

  /// Short cells of a row are one block; where cells hold whole texts, the table is there for the layout.
  bool continues_row() const {
    return block_open_ && block_.row != 0 && block_.row == open_.back().row &&
           result_.text.size() - block_.text.start < longest_cells;
  }

  void add_text(std::string_view added) {
    std::string& text = result_.text;
    const Open& top = open_.back();
    // A cell that has begun a row may be followed by text outside any cell's line: it ends there.
    if (block_open_ && block_.row != top.row) end_block();
    const std::size_t before = text.size();
    if (cell_ && block_open_ && !is_white(added)) {
      text += '\t';
      space_ = false;
    }
    const std::size_t start = text.size();
    append_spaced(text, added, space_, block_open_ && !cell_);
    if (text.size() == start) {
      text.resize(before);
      return;
    }
    cell_ = false;
    if (!block_open_) {
      block_open_ = true;
      block_ = Block{};
      block_.text.start = static_cast<std::uint32_t>(before);
      block_.inner = top.index;
      block_.row = top.row;
      if ((result_.elements[top.index].inside & inside_link) != 0) block_.links = 1;
    }
    breaks_ = 0;
    widen(top.index);
    const auto count = static_cast<std::uint32_t>(text.size() - before);
    if ((result_.elements[top.index].inside & inside_link) != 0) block_.link_bytes += count;
    if (top.bold) block_.bold_bytes += count;
  }

  /// The innermost element of the block becomes one that holds this one as well.
  void widen(std::uint32_t index) {
    const std::vector<Element>& elements = result_.elements;
    while (block_.inner != index) {
      if (elements[block_.inner].level > elements[index].level) {
        block_.inner = elements[block_.inner].parent;
      } else {
        index = elements[index].parent;
      }
    }
  }

  void end_block() {
    breaks_ = 0;
    space_ = cell_ = false;
    if (!block_open_) return;
    block_open_ = false;
    block_.text.end = static_cast<std::uint32_t>(result_.text.size());
    block_.element = block_.inner;
    while (block_.element != 0 && is_line_part(result_.elements[block_.element].tag)) {
      block_.element = result_.elements[block_.element].parent;
    }
    result_.blocks.push_back(block_);
  }

  const Tree& tree_;
  std::vector<Open> open_;
  Blocks result_;
  Block block_;
  bool block_open_ = false;
  bool space_ = false;  // White space is due before the next text.
  bool cell_ = false;   // The next text starts another cell of the block's row.
  int breaks_ = 0;
};

}  // namespace

Blocks flatten(const Tree& tree, NodeIndex element) { return Flattener(tree).take(element); }

std::string text_of(const Tree& tree, NodeIndex element) {
  const Blocks blocks = flatten(tree, element);
  std::string text;
  for (const Block& block : blocks.blocks) {
    if (!text.empty()) text += ' ';
    text += blocks[block];
  }
  return text;
}

}  // namespace quoth::page
