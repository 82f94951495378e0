#pragma once

// For tests alone: what gumbo makes of a page, in a form that a Tree can be compared with.

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/ascii.h"
#include "page/tree.h"
#include "text/utf8.h"

namespace quoth::page {

/// A tree written down: "<p class='x'>", text, "</p>". Names of drawings and formulas have "svg " or "math " before them, and no attributes;
/// what is in a template is left out, and so is white space that stands outside the body.
class Outline {
 public:
  static constexpr std::string_view spaces_of[] = {"", "svg ", "math "};

  void open(std::string_view space, std::string_view name) {
    end_text();
    text_ += '<';
    text_ += space;
    for (const char byte : name) text_ += lower(byte);
    names_.emplace_back(name);
  }
  void attribute(AttributeName name, std::string_view value) {
    values_[static_cast<std::size_t>(name)] = value;
  }
  void end_start() {
    for (std::size_t k = 0; k < attribute_count; ++k) {
      if (!values_[k]) continue;
      text_ += ' ';
      text_ += attribute_names[k];
      text_ += "='";
      text_ += *values_[k];
      text_ += '\'';
      values_[k].reset();
    }
    text_ += '>';
  }
  void text(std::string_view text) { gathered_ += text; }
  void close() {
    end_text();
    text_ += "</>";
    names_.pop_back();
  }
  std::string take() { return std::move(text_); }

 private:
  void end_text() {
    if (gathered_.empty()) return;
    const std::string_view name = names_.back();
    const bool is_outside =
        name == "html" || name == "head" || name == "noscript" || name == "frameset";
    if (!is_outside || !is_all_space(gathered_)) text_ += gathered_;
    gathered_.clear();
  }

  std::string text_, gathered_;
  std::vector<std::string> names_;
  std::array<std::optional<std::string>, attribute_count> values_;
};

inline std::string outline_of(const Tree& tree) {
  Outline outline;
  NodeIndex at = Tree::root;
  const auto enter = [&](const Node& node) {
    const auto space = Outline::spaces_of[static_cast<std::size_t>(node.space)];
    outline.open(space, node.tag == Tag::unknown ? node.text() : name_of(node.tag));
    for (std::size_t k = 0; node.space == Namespace::html && k < attribute_count; ++k) {
      const auto name = static_cast<AttributeName>(k);
      if (tree.has_attribute(node, name)) outline.attribute(name, tree.attribute(node, name));
    }
    outline.end_start();
  };
  while (at != no_node) {
    const Node& node = tree[at];
    if (!node.is_element()) {
      outline.text(node.text());
    } else {
      enter(node);
      if (node.first_child != no_node && !node.is(Tag::template_)) {
        at = node.first_child;
        continue;
      }
      outline.close();
    }
    while (at != Tree::root && tree[at].next == no_node) {
      at = tree[at].parent;
      outline.close();
    }
    at = at == Tree::root ? no_node : tree[at].next;
  }
  return outline.take();
}

/// gumbo's tree of a page, freed with it. gumbo would free a tree by recursion, and forgets parts of it.
class GumboTwin {
 public:
  GumboTwin(std::string_view html, Tree::Extent extent) : options_(kGumboDefaultOptions) {
    options_.max_errors = 0;
    options_.userdata = this;
    options_.allocator = [](void* twin, std::size_t size) -> void* {
      auto& memory = static_cast<GumboTwin*>(twin)->memory_;
      memory.push_back(std::make_unique<std::max_align_t[]>(size / sizeof(std::max_align_t) + 1));
      return memory.back().get();
    };
    options_.deallocator = [](void*, void*) {};
    if (extent == Tree::Extent::fragment) options_.fragment_context = GUMBO_TAG_DIV;
    output_ = gumbo_parse_with_options(&options_, html.data(), html.size());
  }
  GumboTwin(const GumboTwin&) = delete;
  GumboTwin& operator=(const GumboTwin&) = delete;

  std::string outline() const {
    Outline outline;
    std::vector<std::pair<const GumboNode*, unsigned int>> open;
    enter(*output_->root, outline);
    open.emplace_back(output_->root, 0);
    while (!open.empty()) {
      auto& [node, next] = open.back();
      const GumboVector& children = node->v.element.children;
      if (next == children.length || node->type == GUMBO_NODE_TEMPLATE) {
        outline.close();
        open.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(children.data[next++]);
      if (child.type == GUMBO_NODE_ELEMENT || child.type == GUMBO_NODE_TEMPLATE) {
        enter(child, outline);
        open.emplace_back(&child, 0);
      } else if (child.type != GUMBO_NODE_COMMENT) {
        outline.text(child.v.text.text);
      }
    }
    return outline.take();
  }

 private:
  static std::string_view name_of_element(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return {piece.data, piece.length};
  }

  static void enter(const GumboNode& node, Outline& outline) {
    const GumboElement& element = node.v.element;
    outline.open(Outline::spaces_of[element.tag_namespace], name_of_element(element));
    const Tag tag = tag_of(name_of_element(element));
    for (std::size_t k = 0; element.tag_namespace == GUMBO_NAMESPACE_HTML && k < attribute_count;
         ++k) {
      const auto name = static_cast<AttributeName>(k);
      const GumboAttribute* const found =
          gumbo_get_attribute(&element.attributes, std::string(attribute_names[k]).c_str());
      if (found != nullptr && is_kept(name, tag)) outline.attribute(name, found->value);
    }
    outline.end_start();
  }

  std::vector<std::unique_ptr<std::max_align_t[]>> memory_;
  GumboOptions options_;
  GumboOutput* output_ = nullptr;
};

/// The page's bytes as both are given them, or nothing where gumbo's way is not worth copying: isindex, which gumbo makes a form of, and
/// references to numbers that do not fit into its integers. After "</>", which is nothing, it takes the next tag's name from the wrong place; gumbo takes characters that no document should hold (controls, non-characters) for
/// U+FFFD and the byte order mark for text, so neither is there.
inline std::optional<std::string> comparable(std::string_view html) {
  std::string bytes = text::replace_invalid(html);
  while (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  std::string result;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto [point, size] = text::decode(bytes, at);
    const bool is_control = (point < 0x20 && point > 0 && point != '\t' && point != '\n' &&
                             point != '\f' && point != '\r') ||
                            (point >= 0x7F && point < 0xA0) ||
                            (point >= 0xFDD0 && point < 0xFDF0) || (point & 0xFFFEU) == 0xFFFE;
    result += is_control ? "\xEF\xBF\xBD" : bytes.substr(at, size);
    if (result.ends_with("</>")) result.resize(result.size() - 3);
    const bool starts = point == '#' && at > 0 && bytes[at - 1] == '&';
    const bool is_digit =
        (point >= '0' && point <= '9') || (point < 0x80 && is_letter(static_cast<char>(point)));
    digits = starts ? 1 : digits > 0 && is_digit ? digits + 1 : 0;
    if (digits > 8) return {};
    if (point == '<' && equal_ignoring_case(std::string_view(bytes).substr(at + 1, 7), "isindex"))
      return {};
    at += size;
  }
  return result;
}

}  // namespace quoth::page
