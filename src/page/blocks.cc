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

bool is_hidden(const GumboElement& element) {
  if (has_attribute(element, "hidden")) return true;
  const std::string_view style = attribute(element, "style");
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

std::uint32_t inside_by_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ARTICLE:
      return inside_article;
    case GUMBO_TAG_MAIN:
      return inside_main;
    case GUMBO_TAG_ASIDE:
      return inside_aside;
    case GUMBO_TAG_NAV:
      return inside_nav;
    case GUMBO_TAG_FOOTER:
      return inside_footer;
    case GUMBO_TAG_HEADER:
      return inside_header;
    case GUMBO_TAG_FIGURE:
      return inside_figure;
    case GUMBO_TAG_FORM:
      return inside_form;
    case GUMBO_TAG_BLOCKQUOTE:
      return inside_blockquote;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
      return inside_list;
    case GUMBO_TAG_TABLE:
      return inside_table;
    case GUMBO_TAG_TIME:
      return inside_time;
    case GUMBO_TAG_A:
      return inside_link;
    default:
      return 0;
  }
}

/// Walks the tree without recursion and gathers blocks.
class Flattener {
 public:
  explicit Flattener(const GumboNode& root) : root_(root) {}

  Blocks take() {
    enter(root_);
    while (!open_.empty()) {
      Open& top = open_.back();
      const GumboVector* nodes = children(*top.node);
      if (top.next == nodes->length) {
        leave();
        continue;
      }
      const GumboNode& next = child(*nodes, top.next++);
      if (next.type == GUMBO_NODE_ELEMENT) {
        if (!is_never_read(next.v.element)) enter(next);
      } else if (next.type != GUMBO_NODE_COMMENT && next.type != GUMBO_NODE_TEMPLATE) {
        add_text(next.v.text.text);
      }
    }
    end_block();
    return std::move(result_);
  }

 private:
  struct Open {
    const GumboNode* node;
    unsigned int next;
    std::uint32_t index;
    std::uint32_t row;
    bool bold;
  };

  void enter(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (element.tag == GUMBO_TAG_BR) {
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
    const std::uint32_t row = element.tag == GUMBO_TAG_TR ? index
                              : open_.empty()             ? 0
                                                          : open_.back().row;
    if (element.tag == GUMBO_TAG_A && block_open_) ++block_.links;
    open_.push_back({&node, 0, index, row, above_bold || is_bold(element.tag)});
  }

  void leave() {
    const GumboTag tag = open_.back().node->v.element.tag;
    if (!is_line_part(tag) && !is_cell(tag)) end_block();
    open_.pop_back();
  }

  Element described(const GumboNode& node) const {
    const GumboElement& element = node.v.element;
    Element result;
    result.node = &node;
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
    result.signature = mixed(static_cast<std::uint64_t>(element.tag), "");
    if (element.attributes.length > 0) describe_attributes(element, result);
    return result;
  }

  static void describe_attributes(const GumboElement& element, Element& result) {
    const std::string_view names = attribute(element, "class");
    result.inside |= inside_by_role(attribute(element, "role"));
    if (is_hidden(element)) result.inside |= inside_hidden;
    if (attribute(element, "itemprop") == "articleBody") result.inside |= inside_body_property;
    result.signature = mixed(result.signature, names);
    // The whole page's class ("single-post") tells nothing of its parts.
    if (element.tag == GUMBO_TAG_BODY || element.tag == GUMBO_TAG_HTML) return;
    const ClassWords& words = ClassWords::table();
    const ClassKinds kinds = words.kinds(names) | words.kinds(attribute(element, "id"));
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

  static bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

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
    while (block_.element != 0 &&
           is_line_part(result_.elements[block_.element].node->v.element.tag)) {
      block_.element = result_.elements[block_.element].parent;
    }
    result_.blocks.push_back(block_);
  }

  const GumboNode& root_;
  std::vector<Open> open_;
  Blocks result_;
  Block block_;
  bool block_open_ = false;
  bool space_ = false;  // White space is due before the next text.
  bool cell_ = false;   // The next text starts another cell of the block's row.
  int breaks_ = 0;
};

}  // namespace

Blocks flatten(const GumboNode& root) { return Flattener(root).take(); }

std::string text_of(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const Blocks blocks = flatten(node);
  std::string text;
  for (const Block& block : blocks.blocks) {
    if (!text.empty()) text += ' ';
    text += blocks[block];
  }
  return text;
}

}  // namespace quoth::page
