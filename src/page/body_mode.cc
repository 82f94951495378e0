// The insertion mode "in body": most of a page.

#include <algorithm>

#include "page/ascii.h"
#include "page/tree_builder.h"

namespace quoth::page {
namespace {

// What start tags of the same kind do.
enum class Start : std::uint8_t {
  other,
  html,
  in_head,
  body,
  frameset,
  block,
  heading,
  preformatted,
  form,
  list_item,
  definition,
  plaintext,
  button,
  a,
  formatting,
  nobr,
  object,
  table,
  empty,
  input,
  part,
  rule,
  textarea,
  xmp,
  iframe,
  noembed,
  select,
  option,
  ruby,
  math,
  svg,
  misplaced
};

constexpr TagTable<Start> starts = [] {
  using enum Tag;
  TagTable<Start> kinds;
  kinds.set(Start::html, {html});
  kinds.set(Start::in_head,
            {base, basefont, bgsound, link, meta, noframes, script, style, template_, title});
  kinds.set(Start::body, {body});
  kinds.set(Start::frameset, {frameset});
  kinds.set(Start::block,
            {address, article,  aside,      blockquote, center,  details, dir,    div,
             dl,      fieldset, figcaption, figure,     footer,  header,  hgroup, main,
             menu,    nav,      ol,         p,          section, summary, ul});
  kinds.set(Start::heading, {h1, h2, h3, h4, h5, h6});
  kinds.set(Start::preformatted, {pre, listing});
  kinds.set(Start::form, {form});
  kinds.set(Start::list_item, {li});
  kinds.set(Start::definition, {dd, dt});
  kinds.set(Start::plaintext, {plaintext});
  kinds.set(Start::button, {button});
  kinds.set(Start::a, {a});
  kinds.set(Start::formatting, {b, big, code, em, font, i, s, small, strike, strong, tt, u});
  kinds.set(Start::nobr, {nobr});
  kinds.set(Start::object, {applet, marquee, object});
  kinds.set(Start::table, {table});
  kinds.set(Start::empty, {area, br, embed, img, image, keygen, wbr});
  kinds.set(Start::input, {input});
  kinds.set(Start::part, {param, source, track});
  kinds.set(Start::rule, {hr});
  kinds.set(Start::textarea, {textarea});
  kinds.set(Start::xmp, {xmp});
  kinds.set(Start::iframe, {iframe});
  kinds.set(Start::noembed, {noembed});
  kinds.set(Start::select, {select});
  kinds.set(Start::option, {option, optgroup});
  kinds.set(Start::ruby, {rb, rp, rt, rtc});
  kinds.set(Start::math, {math});
  kinds.set(Start::svg, {svg});
  kinds.set(Start::misplaced,
            {caption, col, colgroup, frame, head, tbody, td, tfoot, th, thead, tr});
  return kinds;
}();

enum class End : std::uint8_t {
  other,
  template_,
  body,
  block,
  form,
  p,
  list_item,
  definition,
  heading,
  formatting,
  object,
  br
};

constexpr TagTable<End> ends = [] {
  using enum Tag;
  TagTable<End> kinds;
  kinds.set(End::template_, {template_});
  kinds.set(End::body, {body, html});
  kinds.set(End::block,
            {address, article,  aside,      blockquote, button,  center,  details, dir,     div,
             dl,      fieldset, figcaption, figure,     footer,  header,  hgroup,  listing, main,
             menu,    nav,      ol,         pre,        section, summary, ul});
  kinds.set(End::form, {form});
  kinds.set(End::p, {p});
  kinds.set(End::list_item, {li});
  kinds.set(End::definition, {dd, dt});
  kinds.set(End::heading, {h1, h2, h3, h4, h5, h6});
  kinds.set(End::formatting, {a, b, big, code, em, font, i, nobr, s, small, strike, strong, tt, u});
  kinds.set(End::object, {applet, marquee, object});
  kinds.set(End::br, {br});
  return kinds;
}();

}  // namespace

void TreeBuilder::in_body(Token& token) {
  switch (token.kind) {
    case Kind::text:
      return text_in_body(token.text);
    case Kind::start_tag:
      return start_in_body(token);
    case Kind::end_tag:
      return end_in_body(token);
    case Kind::end:
      return end_of_page(token);
    default:
      return;
  }
}

void TreeBuilder::text_in_body(std::string_view text) {
  reconstruct_formatting();
  insert_text(text);
  if (frameset_ok_ && !is_all_space(text)) frameset_ok_ = false;
}

void TreeBuilder::start_in_body(Token& token) {
  switch (starts[token.tag]) {
    case Start::block:
      return start_block(token);
    case Start::heading:
      close_p();
      if (open_.current().has(is_heading)) pop();
      insert(token);
      return;
    case Start::list_item:
    case Start::definition:
      return start_list_item(token);
    case Start::a:
      return start_a(token);
    case Start::formatting:
      reconstruct_formatting();
      add_formatting(insert(token));
      return;
    case Start::in_head:
      return start_in_head(token);
    case Start::empty:
      if (token.tag == Tag::image) token.tag = Tag::img;
      reconstruct_formatting();
      frameset_ok_ = false;
      return insert_void(token);
    case Start::input:
      return start_input(token);
    case Start::part:
      return insert_void(token);
    case Start::rule:
      close_p();
      frameset_ok_ = false;
      return insert_void(token);
    case Start::table:
      return start_table(token);
    case Start::svg:
      reconstruct_formatting();
      return insert_foreign(token, Namespace::svg);
    case Start::math:
      reconstruct_formatting();
      return insert_foreign(token, Namespace::mathml);
    case Start::misplaced:
      return;
    default:
      return start_rare(token);
  }
}

void TreeBuilder::start_rare(Token& token) {
  switch (starts[token.tag]) {
    case Start::html:
      if (!open_.has(Tag::template_)) merge_attributes(open_[0].node);
      return;
    case Start::body:
      if (open_.size() < 2 || !open_[1].is(Tag::body) || open_.has(Tag::template_)) return;
      frameset_ok_ = false;
      return merge_attributes(open_[1].node);
    case Start::frameset:
      return start_frameset(token);
    case Start::preformatted:
      close_p();
      insert(token);
      skips_line_feed_ = true;
      frameset_ok_ = false;
      return;
    case Start::form:
      return start_form(token);
    case Start::plaintext:
      close_p();
      insert(token);
      return tokenizer_.enter(Tokenizer::Content::plain, {});
    case Start::button:
      return start_button(token);
    case Start::nobr:
      return start_nobr(token);
    case Start::object:
      reconstruct_formatting();
      insert(token);
      add_marker();
      frameset_ok_ = false;
      return;
    case Start::textarea:
      enter_text(token, Tokenizer::Content::references);
      skips_line_feed_ = true;
      frameset_ok_ = false;
      return;
    case Start::xmp:
      close_p();
      reconstruct_formatting();
      frameset_ok_ = false;
      return enter_text(token, Tokenizer::Content::raw);
    case Start::iframe:
      frameset_ok_ = false;
      return enter_text(token, Tokenizer::Content::raw);
    case Start::noembed:
      return enter_text(token, Tokenizer::Content::raw);
    case Start::select:
      return start_select(token);
    case Start::option:
      if (open_.current().is(Tag::option)) pop();
      break;
    case Start::ruby:
      return start_ruby(token);
    default:
      break;
  }
  if (is_gumbo() && token.tag == Tag::menuitem) return insert_void(token);  // gumbo: it is empty.
  reconstruct_formatting();
  insert(token);
}

void TreeBuilder::start_block(Token& token) {
  close_p();
  insert(token);
}

/// An item ends the one before it, unless a list or another block stands between them.
void TreeBuilder::start_list_item(Token& token) {
  frameset_ok_ = false;
  const bool is_item = token.tag == Tag::li;
  for (std::size_t k = open_.size(); k-- > 0;) {
    const Open& open = open_[k];
    if (is_item ? open.is(Tag::li) : open.is(Tag::dd) || open.is(Tag::dt)) {
      pop_to(open.tag);
      break;
    }
    if (open.has(is_special) && !open.is(Tag::address) && !open.is(Tag::div) && !open.is(Tag::p))
      break;
  }
  close_p();
  insert(token);
}

void TreeBuilder::start_button(Token& token) {
  if (open_.has_in_scope(Tag::button)) pop_to(Tag::button);
  reconstruct_formatting();
  insert(token);
  frameset_ok_ = false;
}

/// A link ends the one that is still open.
void TreeBuilder::start_a(Token& token) {
  std::size_t last = last_formatting(Tag::a);
  if (last != OpenElements::nowhere) {
    const NodeIndex old = formatting_[last].node;
    adopt(token, Tag::a);
    last = find_formatting(old);
    if (last != OpenElements::nowhere) remove_formatting(last);
    const std::size_t at = open_.find(old);
    if (at != OpenElements::nowhere) remove_open(at);
  }
  reconstruct_formatting();
  add_formatting(insert(token));
}

void TreeBuilder::start_nobr(Token& token) {
  reconstruct_formatting();
  if (open_.has_in_scope(Tag::nobr)) {
    adopt(token, Tag::nobr);
    reconstruct_formatting();
  }
  add_formatting(insert(token));
}

void TreeBuilder::start_form(Token& token) {
  const bool in_template = open_.has(Tag::template_);
  if (form_ != no_node && !in_template) return;
  close_p();
  const NodeIndex form = insert(token);
  if (!in_template) form_ = form;
}

void TreeBuilder::start_table(Token& token) {
  if (!quirks_) close_p();
  insert(token);
  frameset_ok_ = false;
  mode_ = Mode::in_table;
}

void TreeBuilder::start_input(Token& token) {
  const auto& attributes = tokenizer_.attributes();
  const bool is_hidden =
      std::any_of(attributes.begin(), attributes.end(), [](const Attribute& one) {
        return one.name == AttributeName::type && equal_ignoring_case(one.value, "hidden");
      });
  reconstruct_formatting();
  insert_void(token);
  if (!is_hidden) frameset_ok_ = false;
}

void TreeBuilder::start_select(Token& token) {
  reconstruct_formatting();
  insert(token);
  frameset_ok_ = false;
  const bool in_table = mode_ == Mode::in_table || mode_ == Mode::in_caption ||
                        mode_ == Mode::in_table_body || mode_ == Mode::in_row ||
                        mode_ == Mode::in_cell;
  mode_ = in_table ? Mode::in_select_in_table : Mode::in_select;
}

void TreeBuilder::start_ruby(Token& token) {
  const bool keeps_container = token.tag == Tag::rt || token.tag == Tag::rp;
  if (open_.has_in_scope(Tag::ruby)) close_implied(keeps_container ? Tag::rtc : Tag::unknown);
  insert(token);
}

/// A page of frames: the body that was begun is none.
void TreeBuilder::start_frameset(Token& token) {
  if (open_.size() < 2 || !open_[1].is(Tag::body) || !frameset_ok_) return;
  detach(open_[1].node);
  while (open_.size() > 1) pop();
  formatting_.clear();
  insert(token);
  mode_ = Mode::in_frameset;
}

void TreeBuilder::insert_foreign(Token& token, Namespace space) {
  insert(token, space);
  if (token.closes_itself) pop();
}

// ---------------------------------------------------------------- end tags

void TreeBuilder::end_in_body(Token& token) {
  switch (ends[token.tag]) {
    case End::block:
      return end_block(token, open_.has_in_scope(token.tag));
    case End::p:
      return end_p(token);
    case End::list_item:
      return end_block(token, open_.has_in_list_scope(Tag::li));
    case End::definition:
      return end_block(token, open_.has_in_scope(token.tag));
    case End::heading:
      return end_heading();
    case End::formatting:
      return adopt(token, token.tag);
    case End::template_:
      return end_template();
    case End::body:
      return end_body(token);
    case End::form:
      return end_form();
    case End::object: {
      // gumbo: a table alone is the bound.
      const bool in_scope =
          is_gumbo() ? open_.has_in_table_scope(token.tag) : open_.has_in_scope(token.tag);
      if (!in_scope) return;
      pop_to(token.tag);
      return clear_to_marker();
    }
    case End::br:
      reconstruct_formatting();
      insert_implied(Tag::br);
      return pop();
    case End::other:
      return end_other(token);
  }
}

void TreeBuilder::end_block(Token& token, bool in_scope) {
  if (in_scope) pop_to(token.tag);
}

/// An end without a start is an empty paragraph.
void TreeBuilder::end_p(Token& /*token*/) {
  if (!open_.has_in_button_scope(Tag::p)) insert_implied(Tag::p);
  pop_to(Tag::p);
}

void TreeBuilder::end_of_page(Token& token) {
  if (!template_modes_.empty()) in_template(token);
}

void TreeBuilder::end_body(Token& token) {
  if (!open_.has_in_scope(Tag::body)) return;
  mode_ = Mode::after_body;
  if (token.tag == Tag::html) again(token, Mode::after_body);
}

void TreeBuilder::end_form() {
  if (open_.has(Tag::template_)) {
    if (!open_.has_in_scope(Tag::form)) return;
    return pop_to(Tag::form);
  }
  const NodeIndex form = form_;
  form_ = no_node;
  if (form == no_node || !open_.has_node_in_scope(form)) return;
  close_implied(Tag::unknown);
  // Elements that are open inside it stay so.
  remove_open(open_.find(form));
}

void TreeBuilder::end_heading() {
  if (!open_.has_heading_in_scope()) return;
  while (!open_.current().has(is_heading)) pop();
  pop();
}

/// Closes the innermost element of the name, unless a special one is open inside it.
void TreeBuilder::end_other(const Token& token) {
  for (std::size_t k = open_.size(); k-- > 0;) {
    const Open& open = open_[k];
    // gumbo: all unknown names are one.
    const bool is_same =
        open.is(token.tag) && (token.tag != Tag::unknown || is_gumbo() ||
                               equal_ignoring_case(tree_.nodes_[open.node].text(), token.text));
    if (is_same) {
      while (open_.size() > k) pop();
      return;
    }
    if (open.has(is_special)) return;
  }
}

}  // namespace quoth::page
