// Drawings (svg) and formulas (math) inside a page.

#include <algorithm>

#include "page/ascii.h"
#include "page/tree_builder.h"

namespace quoth::page {
namespace {

bool holds_formula_text(const OpenElements::Open& open) {
  constexpr TagTable<bool> holds =
      TagTable<bool>().set(true, {Tag::mi, Tag::mo, Tag::mn, Tag::ms, Tag::mtext});
  return open.space == Namespace::mathml && holds[open.tag];
}

}  // namespace

/// HTML may stand right inside ("HTML integration point").
bool TreeBuilder::has_html_inside(const Open& open) const noexcept {
  if (open.space == Namespace::svg) {
    return open.tag == Tag::foreignobject || open.tag == Tag::desc || open.tag == Tag::title;
  }
  if (open.space != Namespace::mathml || open.tag != Tag::annotation_xml) return false;
  const std::string_view encoding =
      tree_.attribute(tree_.nodes_[open.node], AttributeName::encoding);
  return equal_ignoring_case(encoding, "text/html") ||
         equal_ignoring_case(encoding, "application/xhtml+xml");
}

/// The token is the drawing's or formula's own.
bool TreeBuilder::is_foreign(const Token& token) const noexcept {
  if (open_.size() == 0 || open_.current().space == Namespace::html) return false;
  const Open& current = open_.current();
  const bool is_text = token.kind == Kind::text || token.kind == Kind::null;
  const bool is_start = token.kind == Kind::start_tag;
  if (token.kind == Kind::end) return false;
  if (holds_formula_text(current)) {
    if (is_text) return false;
    if (is_start && token.tag != Tag::mglyph && token.tag != Tag::malignmark) return false;
  }
  const bool is_annotation =
      current.space == Namespace::mathml && current.tag == Tag::annotation_xml;
  if (is_annotation && is_start && token.tag == Tag::svg) return false;
  return !((is_text || is_start) && has_html_inside(current));
}

void TreeBuilder::in_foreign(Token& token) {
  if (is_gumbo()) {  // gumbo: text of a table that a formula's end cuts off stays where it is.
    for (const std::string_view text : table_text_) insert_text(text);
    table_text_.clear();
  }
  switch (token.kind) {
    case Kind::text:
      frameset_ok_ = frameset_ok_ && is_all_space(token.text);
      return insert_text(token.text);
    case Kind::null:
      return insert_text("\xEF\xBF\xBD");
    case Kind::start_tag:
      return start_in_foreign(token);
    case Kind::end_tag:
      return end_in_foreign(token);
    default:
      return;
  }
}

/// A start tag of HTML that ends the drawing.
bool TreeBuilder::ends_foreign(const Token& token) const noexcept {
  if (is_gumbo() && is_fragment_) return false;  // gumbo: not in a fragment.
  if ((traits_of(token.tag) & breaks_out) != 0) return true;
  const auto& attributes = tokenizer_.attributes();
  return token.tag == Tag::font &&
         std::any_of(attributes.begin(), attributes.end(), [](const Attribute& one) {
           return one.name == AttributeName::color || one.name == AttributeName::face ||
                  one.name == AttributeName::size;
         });
}

void TreeBuilder::start_in_foreign(Token& token) {
  if (!ends_foreign(token)) return insert_foreign(token, open_.current().space);
  leave_foreign();
  by_mode(token);
}

/// Closes drawings and formulas up to where HTML may stand.
void TreeBuilder::leave_foreign() noexcept {
  while (open_.current().space != Namespace::html && !holds_formula_text(open_.current()) &&
         !has_html_inside(open_.current())) {
    pop();
  }
}

void TreeBuilder::end_in_foreign(Token& token) {
  if ((token.tag == Tag::p || token.tag == Tag::br) && !is_gumbo()) {  // gumbo: like any other.
    leave_foreign();
    return by_mode(token);
  }
  // gumbo: a name with anything behind it closes nothing.
  if (is_gumbo() && token.text.data()[token.text.size()] != '>') return by_mode(token);
  for (std::size_t k = open_.size() - 1; k > 0 && open_[k].space != Namespace::html; --k) {
    if (equal_ignoring_case(tree_.nodes_[open_[k].node].text(), token.text)) {
      while (open_.size() > k) pop();
      return;
    }
  }
  by_mode(token);
}

}  // namespace quoth::page
