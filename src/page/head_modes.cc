// The insertion modes up to the start of the body.

#include "page/doctype.h"
#include "page/tree_builder.h"

namespace quoth::page {
namespace {

enum class HeadTag : std::uint8_t {
  other,
  html,
  empty,
  title,
  raw,
  noscript,
  script,
  template_,
  head
};

constexpr TagTable<HeadTag> starts =
    TagTable<HeadTag>()
        .set(HeadTag::html, {Tag::html})
        .set(HeadTag::empty, {Tag::base, Tag::basefont, Tag::bgsound, Tag::link, Tag::meta})
        .set(HeadTag::title, {Tag::title})
        .set(HeadTag::raw, {Tag::noframes, Tag::style})
        .set(HeadTag::noscript, {Tag::noscript})
        .set(HeadTag::script, {Tag::script})
        .set(HeadTag::template_, {Tag::template_})
        .set(HeadTag::head, {Tag::head});

/// End tags that open what is missing before them.
bool opens(Tag end_tag) {
  return end_tag == Tag::head || end_tag == Tag::body || end_tag == Tag::html || end_tag == Tag::br;
}

bool is_after_head(Tag end_tag) { return end_tag != Tag::head && opens(end_tag); }

}  // namespace

void TreeBuilder::initial(Token& token) {
  std::string_view space;
  if (!take_space(token, space) || token.kind == Kind::comment) return;
  if (token.kind == Kind::doctype) {
    quirks_ = has_quirks(token.text, dialect_);
    mode_ = Mode::before_html;
    return;
  }
  quirks_ = true;
  again(token, Mode::before_html);
}

void TreeBuilder::before_html(Token& token) {
  std::string_view space;
  if (!take_space(token, space)) return;
  if (token.kind == Kind::comment || token.kind == Kind::doctype) return;
  if (token.kind == Kind::end_tag && !opens(token.tag)) return;
  if (token.kind == Kind::start_tag && token.tag == Tag::html) {
    insert(token);
    mode_ = Mode::before_head;
    return;
  }
  insert_implied(Tag::html);
  again(token, Mode::before_head);
}

void TreeBuilder::before_head(Token& token) {
  std::string_view space;
  if (!take_space(token, space)) return;
  if (token.kind == Kind::comment || token.kind == Kind::doctype) return;
  if (token.kind == Kind::end_tag && !opens(token.tag)) return;
  if (token.kind == Kind::start_tag && token.tag == Tag::html) return in_body(token);
  if (token.kind == Kind::start_tag && token.tag == Tag::head) {
    head_ = insert(token);
    mode_ = Mode::in_head;
    return;
  }
  head_ = insert_implied(Tag::head);
  again(token, Mode::in_head);
}

void TreeBuilder::in_head(Token& token) {
  std::string_view space;
  const bool has_more = take_space(token, space);
  insert_text(space);
  if (!has_more || token.kind == Kind::comment || token.kind == Kind::doctype) return;
  if (token.kind == Kind::start_tag) return start_in_head(token);
  if (token.kind == Kind::end_tag) return end_in_head(token);
  pop();
  again(token, Mode::after_head);
}

void TreeBuilder::start_in_head(Token& token) {
  switch (starts[token.tag]) {
    case HeadTag::html:
      return in_body(token);
    case HeadTag::empty:
      return insert_void(token);
    case HeadTag::title:
      return enter_text(token, Tokenizer::Content::references);
    case HeadTag::raw:
      return enter_text(token, Tokenizer::Content::raw);
    case HeadTag::script:
      return enter_text(token, Tokenizer::Content::script);
    case HeadTag::noscript:
      insert(token);
      mode_ = Mode::in_head_noscript;
      return;
    case HeadTag::template_:
      insert(token);
      add_marker();
      frameset_ok_ = false;
      mode_ = Mode::in_template;
      template_modes_.push_back(Mode::in_template);
      return;
    case HeadTag::head:
      return;
    case HeadTag::other:
      break;
  }
  if (is_gumbo() && token.tag == Tag::menuitem) return insert_void(token);  // gumbo: it is empty.
  pop();
  again(token, Mode::after_head);
}

void TreeBuilder::end_in_head(Token& token) {
  if (token.tag == Tag::template_) return end_template();
  if (token.tag == Tag::head) {
    pop();
    mode_ = Mode::after_head;
  } else if (is_after_head(token.tag)) {
    pop();
    again(token, Mode::after_head);
  }
}

void TreeBuilder::end_template() {
  if (!open_.has(Tag::template_)) return;
  pop_to(Tag::template_);
  clear_to_marker();
  template_modes_.pop_back();
  reset_mode();
}

void TreeBuilder::in_head_noscript(Token& token) {
  std::string_view space;
  const bool has_more = take_space(token, space);
  insert_text(space);
  if (!has_more || token.kind == Kind::comment || token.kind == Kind::doctype) return;
  if (token.kind == Kind::start_tag) {
    if (token.tag == Tag::html) return in_body(token);
    const HeadTag start = starts[token.tag];
    const bool is_allowed =
        (start == HeadTag::empty && token.tag != Tag::base) || start == HeadTag::raw;
    if (is_allowed) return start_in_head(token);
    if (token.tag == Tag::head || token.tag == Tag::noscript) return;
  }
  if (token.kind == Kind::end_tag) {
    if (token.tag == Tag::noscript) {
      pop();
      mode_ = Mode::in_head;
      return;
    }
    if (token.tag != Tag::br) return;
  }
  pop();
  again(token, Mode::in_head);
}

void TreeBuilder::after_head(Token& token) {
  std::string_view space;
  const bool has_more = take_space(token, space);
  insert_text(space);
  if (!has_more || token.kind == Kind::comment || token.kind == Kind::doctype) return;
  if (token.kind == Kind::end_tag) {
    if (token.tag == Tag::template_) return end_template();
    if (!is_after_head(token.tag)) return;
  }
  if (token.kind == Kind::start_tag) {
    if (token.tag == Tag::html) return in_body(token);
    if (token.tag == Tag::head) return;
    if (token.tag == Tag::body || token.tag == Tag::frameset) {
      insert(token);
      frameset_ok_ = frameset_ok_ && token.tag == Tag::frameset;
      mode_ = token.tag == Tag::body ? Mode::in_body : Mode::in_frameset;
      return;
    }
    const HeadTag start = starts[token.tag];
    if (start != HeadTag::other && start != HeadTag::noscript) {
      if (is_gumbo()) put_held_text();
      open_.push(opened(head_));
      start_in_head(token);
      open_.remove(open_.find(head_));
      return;
    }
  }
  insert_implied(Tag::body);
  again(token, Mode::in_body);
}

}  // namespace quoth::page
