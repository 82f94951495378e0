// The insertion modes of elements that hold text alone, of selects, templates and frames, and those behind the body.

#include "page/tree_builder.h"

namespace quoth::page {
namespace {

constexpr TagTable<bool> ends_select_in_table = TagTable<bool>().set(
    true,
    {Tag::caption, Tag::table, Tag::tbody, Tag::tfoot, Tag::thead, Tag::tr, Tag::td, Tag::th});
constexpr TagTable<bool> stays_in_template = TagTable<bool>().set(
    true, {Tag::base, Tag::basefont, Tag::bgsound, Tag::link, Tag::meta, Tag::noframes, Tag::script,
           Tag::style, Tag::template_, Tag::title});

}  // namespace

void TreeBuilder::text(Token& token) {
  if (token.kind == Kind::text) return insert_text(token.text);
  pop();
  mode_ = original_mode_;
  again_ = token.kind == Kind::end;
}

// ---------------------------------------------------------------- select

void TreeBuilder::in_select(Token& token) {
  switch (token.kind) {
    case Kind::text:
      return insert_text(token.text);
    case Kind::start_tag:
      return start_in_select(token);
    case Kind::end_tag:
      return end_in_select(token);
    case Kind::end:
      return in_body(token);
    default:
      return;
  }
}

void TreeBuilder::close_select() {
  pop_to(Tag::select);
  reset_mode();
}

void TreeBuilder::start_in_select(Token& token) {
  switch (token.tag) {
    case Tag::html:
      return in_body(token);
    case Tag::option:
      if (open_.current().is(Tag::option)) pop();
      insert(token);
      return;
    case Tag::optgroup:
      if (open_.current().is(Tag::option)) pop();
      if (open_.current().is(Tag::optgroup)) pop();
      insert(token);
      return;
    case Tag::select:
      if (open_.has_select_in_scope()) close_select();
      return;
    case Tag::input:
    case Tag::keygen:
    case Tag::textarea:
      if (!open_.has_select_in_scope()) return;
      close_select();
      again_ = true;
      return;
    case Tag::script:
    case Tag::template_:
      return start_in_head(token);
    default:
      return;
  }
}

void TreeBuilder::end_in_select(Token& token) {
  switch (token.tag) {
    case Tag::optgroup:
      if (open_.current().is(Tag::option) && open_[open_.size() - 2].is(Tag::optgroup)) pop();
      if (open_.current().is(Tag::optgroup)) pop();
      return;
    case Tag::option:
      if (open_.current().is(Tag::option)) pop();
      return;
    case Tag::select:
      if (open_.has_select_in_scope()) close_select();
      return;
    case Tag::template_:
      return end_template();
    default:
      return;
  }
}

void TreeBuilder::in_select_in_table(Token& token) {
  const bool is_start = token.kind == Kind::start_tag, is_end = token.kind == Kind::end_tag;
  if ((!is_start && !is_end) || !ends_select_in_table[token.tag]) return in_select(token);
  if (is_end && !open_.has_in_table_scope(token.tag)) return;
  close_select();
  again_ = true;
}

// ---------------------------------------------------------------- templates

void TreeBuilder::in_template(Token& token) {
  if (token.kind == Kind::end) {
    if (!open_.has(Tag::template_)) return;
    end_template();
    again_ = true;
    return;
  }
  if (token.kind == Kind::end_tag) {
    if (token.tag == Tag::template_) end_template();
    return;
  }
  if (token.kind != Kind::start_tag) return in_body(token);
  if (stays_in_template[token.tag]) return start_in_head(token);
  Mode mode = Mode::in_body;
  switch (token.tag) {
    case Tag::caption:
    case Tag::colgroup:
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::thead:
      mode = Mode::in_table;
      break;
    case Tag::col:
      mode = Mode::in_column_group;
      break;
    case Tag::tr:
      mode = Mode::in_table_body;
      break;
    case Tag::td:
    case Tag::th:
      mode = Mode::in_row;
      break;
    default:
      break;
  }
  template_modes_.back() = mode;
  again(token, mode);
}

// ---------------------------------------------------------------- behind the body

/// Of both modes behind the body: only the first waits for the end tag of html.
void TreeBuilder::after_body(Token& token) {
  if (token.kind == Kind::text) {
    std::string_view space;
    const bool has_more = take_space(token, space);
    if (!space.empty()) text_in_body(space);
    if (!has_more) return;
  }
  if (token.kind == Kind::comment || token.kind == Kind::doctype || token.kind == Kind::end) return;
  if (token.kind == Kind::start_tag && token.tag == Tag::html) return in_body(token);
  if (mode_ == Mode::after_body && token.kind == Kind::end_tag && token.tag == Tag::html) {
    if (!is_fragment_) mode_ = Mode::after_after_body;
    return;
  }
  again(token, Mode::in_body);
}

// ---------------------------------------------------------------- frames, which hold no text

void TreeBuilder::in_frameset(Token& token) {
  if (token.kind == Kind::end_tag && token.tag == Tag::frameset) {
    if (open_.current().is(Tag::html)) return;
    pop();
    if (!is_fragment_ && !open_.current().is(Tag::frameset)) mode_ = Mode::after_frameset;
    return;
  }
  if (token.kind != Kind::start_tag) return;
  if (token.tag == Tag::html) return in_body(token);
  if (token.tag == Tag::frameset) insert(token);
  if (token.tag == Tag::frame) insert_void(token);
  if (token.tag == Tag::noframes) start_in_head(token);
}

void TreeBuilder::after_frameset(Token& token) {
  if (token.kind == Kind::end_tag && token.tag == Tag::html) mode_ = Mode::after_after_frameset;
  after_after_frameset(token);
}

void TreeBuilder::after_after_frameset(Token& token) {
  if (token.kind != Kind::start_tag) return;
  if (token.tag == Tag::html) return in_body(token);
  if (token.tag == Tag::noframes) start_in_head(token);
}

}  // namespace quoth::page
