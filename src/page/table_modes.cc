// The insertion modes inside tables.

#include <algorithm>

#include "page/ascii.h"
#include "page/tree_builder.h"

namespace quoth::page {
namespace {

/// Parts of tables as the modes tell them apart.
enum class Part : std::uint8_t { none, caption, column_group, column, body, row, cell };

constexpr TagTable<Part> parts = TagTable<Part>()
                                     .set(Part::caption, {Tag::caption})
                                     .set(Part::column_group, {Tag::colgroup})
                                     .set(Part::column, {Tag::col})
                                     .set(Part::body, {Tag::tbody, Tag::tfoot, Tag::thead})
                                     .set(Part::row, {Tag::tr})
                                     .set(Part::cell, {Tag::td, Tag::th});

bool is_page_part(Tag tag) { return tag == Tag::body || tag == Tag::html; }

bool is_hidden(const std::vector<Attribute>& attributes) {
  return std::any_of(attributes.begin(), attributes.end(), [](const Attribute& one) {
    return one.name == AttributeName::type && equal_ignoring_case(one.value, "hidden");
  });
}

// Elements up to which a start tag clears the stack.
constexpr Traits table_context = ends_table_scope;

}  // namespace

/// Closes what is open inside the innermost element with one of the traits.
void TreeBuilder::clear_to(Traits context) noexcept {
  while (!open_.current().has(context)) pop();
}

bool TreeBuilder::close_table() {
  if (!open_.has_in_table_scope(Tag::table)) return false;
  pop_to(Tag::table);
  reset_mode();
  return true;
}

void TreeBuilder::in_table(Token& token) {
  switch (token.kind) {
    case Kind::text:
    case Kind::null:
      if (!open_.current().has(page::fosters) && !open_.current().is(Tag::template_) && !is_gumbo())
        break;
      original_mode_ = mode_;
      return again(token, Mode::in_table_text);
    case Kind::comment:
    case Kind::doctype:
      return;
    case Kind::start_tag:
      return start_in_table(token);
    case Kind::end_tag:
      if (token.tag == Tag::table) {
        close_table();
        return;
      }
      if (is_page_part(token.tag) || parts[token.tag] != Part::none) return;
      if (token.tag == Tag::template_) return end_template();
      break;
    case Kind::end:
      return in_body(token);
  }
  fostered(token);
}

void TreeBuilder::start_in_table(Token& token) {
  switch (parts[token.tag]) {
    case Part::caption:
      clear_to(table_context);
      add_marker();
      insert(token);
      mode_ = Mode::in_caption;
      return;
    case Part::column_group:
      clear_to(table_context);
      insert(token);
      mode_ = Mode::in_column_group;
      return;
    case Part::column:
      clear_to(table_context);
      insert_implied(Tag::colgroup);
      return again(token, Mode::in_column_group);
    case Part::body:
      clear_to(table_context);
      insert(token);
      mode_ = Mode::in_table_body;
      return;
    case Part::row:
    case Part::cell:
      clear_to(table_context);
      insert_implied(Tag::tbody);
      return again(token, Mode::in_table_body);
    case Part::none:
      break;
  }
  if (token.tag == Tag::table) {
    if (close_table()) again_ = true;
    return;
  }
  if (token.tag == Tag::style || token.tag == Tag::script || token.tag == Tag::template_) {
    return start_in_head(token);
  }
  if (token.tag == Tag::input && is_hidden(tokenizer_.attributes())) return insert_void(token);
  if (token.tag == Tag::form) {
    if (form_ != no_node || open_.has(Tag::template_)) return;
    form_ = insert(token);
    return pop();
  }
  fostered(token);
}

/// What a table does not hold goes before it.
void TreeBuilder::fostered(Token& token) {
  fosters_ = true;
  in_body(token);
  fosters_ = false;
}

void TreeBuilder::in_table_text(Token& token) {
  if (token.kind == Kind::null) return;
  if (token.kind == Kind::text) {
    table_text_.push_back(token.text);
    return;
  }
  flush_table_text();
  again(token, original_mode_);
}

/// White space may stay in the table; any other text takes it along.
void TreeBuilder::flush_table_text() {
  const bool stays = std::all_of(table_text_.begin(), table_text_.end(), is_all_space);
  if (!stays) {
    fosters_ = true;
    reconstruct_formatting();
    frameset_ok_ = false;
  }
  for (const std::string_view text : table_text_) insert_text(text);
  if (is_gumbo()) put_held_text();
  fosters_ = false;
  table_text_.clear();
}

bool TreeBuilder::close_caption() {
  if (!open_.has_in_table_scope(Tag::caption)) return false;
  pop_to(Tag::caption);
  clear_to_marker();
  mode_ = Mode::in_table;
  return true;
}

void TreeBuilder::in_caption(Token& token) {
  const Part part = parts[token.tag];
  if (token.kind == Kind::end_tag && token.tag == Tag::caption) {
    close_caption();
    return;
  }
  const bool starts_part = token.kind == Kind::start_tag && part != Part::none;
  if (starts_part || (token.kind == Kind::end_tag && token.tag == Tag::table)) {
    if (close_caption()) again_ = true;
    return;
  }
  if (token.kind == Kind::end_tag && (part != Part::none || is_page_part(token.tag))) return;
  in_body(token);
}

void TreeBuilder::in_column_group(Token& token) {
  std::string_view space;
  const bool has_more = take_space(token, space);
  insert_text(space);
  if (!has_more || token.kind == Kind::comment || token.kind == Kind::doctype) return;
  if (token.kind == Kind::end) return in_body(token);
  if (token.kind == Kind::start_tag) {
    if (token.tag == Tag::html) return in_body(token);
    if (token.tag == Tag::col) return insert_void(token);
    if (token.tag == Tag::template_) return start_in_head(token);
  }
  if (token.kind == Kind::end_tag) {
    if (token.tag == Tag::col) return;
    if (token.tag == Tag::template_) return end_template();
  }
  if (!open_.current().is(Tag::colgroup)) return;
  pop();
  mode_ = Mode::in_table;
  again_ = token.kind != Kind::end_tag || token.tag != Tag::colgroup;
}

void TreeBuilder::in_table_body(Token& token) {
  constexpr Traits context = ends_table_scope;
  const Part part = parts[token.tag];
  const auto clear = [&] {
    while (!open_.current().has(context) || open_.current().is(Tag::table)) {
      const Open& open = open_.current();
      if (open.is(Tag::tbody) || open.is(Tag::tfoot) || open.is(Tag::thead)) break;
      pop();
    }
  };
  const bool is_start = token.kind == Kind::start_tag, is_end = token.kind == Kind::end_tag;
  if (is_start && part == Part::row) {
    clear();
    insert(token);
    mode_ = Mode::in_row;
    return;
  }
  if (is_start && part == Part::cell) {
    clear();
    insert_implied(Tag::tr);
    return again(token, Mode::in_row);
  }
  if (is_end && part == Part::body) {
    if (!open_.has_in_table_scope(token.tag)) return;
    clear();
    pop();
    mode_ = Mode::in_table;
    return;
  }
  if ((is_start && part != Part::none) || (is_end && token.tag == Tag::table)) {
    if (!open_.has_in_table_scope(Tag::tbody) && !open_.has_in_table_scope(Tag::thead) &&
        !open_.has_in_table_scope(Tag::tfoot)) {
      return;
    }
    clear();
    pop();
    return again(token, Mode::in_table);
  }
  if (is_end && (part != Part::none || is_page_part(token.tag))) return;
  in_table(token);
}

void TreeBuilder::in_row(Token& token) {
  const Part part = parts[token.tag];
  const bool is_start = token.kind == Kind::start_tag, is_end = token.kind == Kind::end_tag;
  const auto clear = [&] {
    while (!open_.current().is(Tag::tr) && !open_.current().is(Tag::html) &&
           !open_.current().is(Tag::template_)) {
      pop();
    }
  };
  if (is_start && part == Part::cell) {
    clear();
    insert(token);
    mode_ = Mode::in_cell;
    return add_marker();
  }
  const bool ends_row = is_end && part == Part::row;
  const bool ends_body = is_end && part == Part::body;
  if (ends_row || ends_body || (is_start && part != Part::none) ||
      (is_end && token.tag == Tag::table)) {
    if (ends_body && !open_.has_in_table_scope(token.tag)) return;
    if (!open_.has_in_table_scope(Tag::tr)) return;
    clear();
    pop();
    mode_ = Mode::in_table_body;
    again_ = !ends_row;
    return;
  }
  if (is_end && (part != Part::none || is_page_part(token.tag))) return;
  in_table(token);
}

void TreeBuilder::close_cell(Tag cell) {
  pop_to(cell);
  clear_to_marker();
  mode_ = Mode::in_row;
}

void TreeBuilder::in_cell(Token& token) {
  const Part part = parts[token.tag];
  if (token.kind == Kind::end_tag && part == Part::cell) {
    if (open_.has_in_table_scope(token.tag)) close_cell(token.tag);
    return;
  }
  const bool starts_part = token.kind == Kind::start_tag && part != Part::none;
  const bool ends_part = token.kind == Kind::end_tag &&
                         (token.tag == Tag::table || part == Part::body || part == Part::row);
  if (starts_part || ends_part) {
    if (ends_part && !open_.has_in_table_scope(token.tag)) return;
    const bool in_td = open_.has_in_table_scope(Tag::td);
    if (!in_td && !open_.has_in_table_scope(Tag::th)) return;
    close_cell(in_td ? Tag::td : Tag::th);
    again_ = true;
    return;
  }
  if (token.kind == Kind::end_tag && (part != Part::none || is_page_part(token.tag))) return;
  in_body(token);
}

}  // namespace quoth::page
