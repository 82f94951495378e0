#include "page/tree_builder.h"

#include <algorithm>

#include "page/ascii.h"

namespace quoth::page {
namespace {

constexpr std::size_t bytes_a_node = 24;  // Of markup, in common pages.

}  // namespace

// In the order of Mode.
const std::array<TreeBuilder::Handler, 23> TreeBuilder::handlers_ = {
    &TreeBuilder::initial,
    &TreeBuilder::before_html,
    &TreeBuilder::before_head,
    &TreeBuilder::in_head,
    &TreeBuilder::in_head_noscript,
    &TreeBuilder::after_head,
    &TreeBuilder::in_body,
    &TreeBuilder::text,
    &TreeBuilder::in_table,
    &TreeBuilder::in_table_text,
    &TreeBuilder::in_caption,
    &TreeBuilder::in_column_group,
    &TreeBuilder::in_table_body,
    &TreeBuilder::in_row,
    &TreeBuilder::in_cell,
    &TreeBuilder::in_select,
    &TreeBuilder::in_select_in_table,
    &TreeBuilder::in_template,
    &TreeBuilder::after_body,
    &TreeBuilder::in_frameset,
    &TreeBuilder::after_frameset,
    &TreeBuilder::after_body,
    &TreeBuilder::after_after_frameset};

TreeBuilder::TreeBuilder(Tree& tree, Dialect dialect)
    : tree_(tree), dialect_(dialect), tokenizer_(tree.markup_) {
  tree_.nodes_.reserve(tree_.markup_.text().size() / bytes_a_node + 16);
}

TreeBuilder::Beyond TreeBuilder::build(Tree::Extent extent) {
  if (extent == Tree::Extent::fragment) {
    is_fragment_ = true;
    insert_implied(Tag::html);
    mode_ = Mode::in_body;
  }
  Token token;
  do {
    const bool in_foreign = open_.size() > 0 && open_.current().space != Namespace::html;
    tokenizer_.next(token, in_foreign);
    if (token.kind == Kind::start_tag && ++start_tags_ > MarkupLimits::tags) return Beyond::tags;
    const bool is_end = token.kind == Kind::end;
    take(token);
    if (is_gumbo() && (is_end || token.kind == Kind::comment)) put_held_text();
    if (open_.size() > MarkupLimits::depth) return Beyond::depth;
    if (elements_ > MarkupLimits::elements) return Beyond::elements;
    if (is_end) return Beyond::nothing;
  } while (true);
}

void TreeBuilder::take(Token& token) {
  if (skips_line_feed_ && token.kind == Kind::text && token.text.starts_with('\n')) {
    token.text.remove_prefix(1);
    skips_line_feed_ = false;
    if (token.text.empty()) return;
  }
  skips_line_feed_ = false;
  do {
    again_ = false;
    if (is_foreign(token)) {
      in_foreign(token);
    } else {
      by_mode(token);
    }
  } while (again_);
}

void TreeBuilder::by_mode(Token& token) {
  (this->*handlers_[static_cast<std::size_t>(mode_)])(token);
}

/// The token is not done with: it is taken in another mode.
void TreeBuilder::again(Token& /*token*/, Mode mode) {
  mode_ = mode;
  again_ = true;
}

// ---------------------------------------------------------------- nodes

/// Where a node goes that is meant for `target`: text and elements that stand loose in a table go before it.
TreeBuilder::Place TreeBuilder::place(NodeIndex target) const noexcept {
  const Node& node = tree_.nodes_[target];
  const bool is_table = node.space == Namespace::html && (traits_of(node.tag) & page::fosters) != 0;
  if (!fosters_ || !is_table) return {target, no_node};
  const std::size_t table = open_.find_last(Tag::table);
  const std::size_t fragment = open_.find_last(Tag::template_);
  if (fragment != OpenElements::nowhere && (table == OpenElements::nowhere || fragment > table)) {
    return {open_[fragment].node, no_node};
  }
  if (table == OpenElements::nowhere) return {open_[0].node, no_node};
  const NodeIndex parent = tree_.nodes_[open_[table].node].parent;
  if (parent != no_node) return {parent, open_[table].node};
  return {open_[table - 1].node, no_node};
}

NodeIndex TreeBuilder::add_node(const Node& node) {
  tree_.nodes_.push_back(node);
  return static_cast<NodeIndex>(tree_.nodes_.size() - 1);
}

void TreeBuilder::put(NodeIndex index, Place where) noexcept {
  std::vector<Node>& nodes = tree_.nodes_;
  Node& node = nodes[index];
  Node& parent = nodes[where.parent];
  node.parent = where.parent;
  node.next = where.before;
  node.previous = where.before == no_node ? parent.last_child : nodes[where.before].previous;
  (node.previous == no_node ? parent.first_child : nodes[node.previous].next) = index;
  (node.next == no_node ? parent.last_child : nodes[node.next].previous) = index;
}

void TreeBuilder::detach(NodeIndex index) noexcept {
  std::vector<Node>& nodes = tree_.nodes_;
  Node& node = nodes[index];
  if (node.parent == no_node) return;
  Node& parent = nodes[node.parent];
  (node.previous == no_node ? parent.first_child : nodes[node.previous].next) = node.next;
  (node.next == no_node ? parent.last_child : nodes[node.next].previous) = node.previous;
  node.parent = node.previous = node.next = no_node;
}

/// All children of `from` become the last ones of `to`, which has none.
void TreeBuilder::adopt_children(NodeIndex from, NodeIndex to) noexcept {
  std::vector<Node>& nodes = tree_.nodes_;
  for (NodeIndex child = nodes[from].first_child; child != no_node; child = nodes[child].next) {
    nodes[child].parent = to;
  }
  nodes[to].first_child = nodes[from].first_child;
  nodes[to].last_child = nodes[from].last_child;
  nodes[from].first_child = nodes[from].last_child = no_node;
}

OpenElements::Open TreeBuilder::opened(NodeIndex index) const {
  const Node& node = tree_.nodes_[index];
  Traits traits = 0;
  if (node.space == Namespace::html) {
    traits = traits_of(node.tag);
    if (is_gumbo() && (node.tag == Tag::main || node.tag == Tag::source || node.tag == Tag::track ||
                       node.tag == Tag::keygen)) {
      traits = 0;  // gumbo: not special.
    }
    if (is_gumbo() && (node.tag == Tag::menuitem || node.tag == Tag::isindex)) traits = is_special;
  } else if (node.space == Namespace::svg) {
    const bool holds_html = node.tag == Tag::foreignobject || node.tag == Tag::desc;
    if (holds_html || node.tag == Tag::title) traits = ends_scope | is_special;
    if (is_gumbo() && node.tag == Tag::title) traits = ends_scope;  // gumbo: not special.
  } else {
    constexpr TagTable<bool> holds = TagTable<bool>().set(
        true, {Tag::mi, Tag::mo, Tag::mn, Tag::ms, Tag::mtext, Tag::annotation_xml});
    if (holds[node.tag]) traits = ends_scope | is_special;
  }
  return {index, node.tag, node.space, traits};
}

/// Puts an element where it belongs and makes it the current one.
NodeIndex TreeBuilder::insert_node(const Node& node) {
  if (is_gumbo() && !reconstructs_) put_held_text();
  const NodeIndex index = add_node(node);
  ++elements_;
  if (open_.size() > 0) put(index, place(open_.current().node));
  open_.push(opened(index));
  tree_.nodes_[index].is_open = true;
  return index;
}

void TreeBuilder::keep_attributes(Node& node, const Token& token) {
  std::vector<Attribute>& kept = tree_.attributes_;
  node.first_attribute = static_cast<std::uint32_t>(kept.size());
  for (const Attribute& attribute : tokenizer_.attributes()) {
    if (is_kept(attribute.name, token.tag)) kept.push_back(attribute);
  }
  node.attributes = static_cast<std::uint8_t>(kept.size() - node.first_attribute);
}

NodeIndex TreeBuilder::insert(const Token& token, Namespace space) {
  Node node;
  node.tag = token.tag;
  node.space = space;
  node.characters = token.text.data();
  node.length = static_cast<std::uint32_t>(token.text.size());
  keep_attributes(node, token);
  return insert_node(node);
}

NodeIndex TreeBuilder::insert_implied(Tag tag) {
  Node node;
  node.tag = tag;
  return insert_node(node);
}

/// An element that holds nothing.
void TreeBuilder::insert_void(const Token& token) {
  insert(token);
  pop();
}

/// The element gets those attributes of the token that it has not.
void TreeBuilder::merge_attributes(NodeIndex index) {
  std::vector<Attribute>& kept = tree_.attributes_;
  Node& node = tree_.nodes_[index];
  const auto first = static_cast<std::uint32_t>(kept.size());
  for (std::uint8_t k = 0; k < node.attributes; ++k) {
    const Attribute old = kept[node.first_attribute + k];
    kept.push_back(old);
  }
  for (const Attribute& attribute : tokenizer_.attributes()) {
    if (is_kept(attribute.name, node.tag) && !tree_.has_attribute(node, attribute.name)) {
      kept.push_back(attribute);
    }
  }
  node.first_attribute = first;
  node.attributes = static_cast<std::uint8_t>(kept.size() - first);
}

void TreeBuilder::insert_text(std::string_view text) {
  if (text.empty()) return;
  if (is_gumbo()) {
    held_text_.push_back(text);
  } else {
    put_text(text);
  }
}

/// gumbo holds text back until the next element starts or ends; some ends are overlooked, and the text comes to stand behind them.
void TreeBuilder::put_held_text() {
  for (const std::string_view text : held_text_) put_text(text);
  held_text_.clear();
}

void TreeBuilder::put_text(std::string_view text) {
  Node node;
  node.kind = Node::Kind::text;
  node.characters = text.data();
  node.length = static_cast<std::uint32_t>(text.size());
  const Place where = place(open_.current().node);
  put(add_node(node), where);
}

/// Takes the white space at the start off a text; false where nothing else is left, or it is no text.
bool TreeBuilder::take_space(Token& token, std::string_view& space) const noexcept {
  space = {};
  if (token.kind != Kind::text) return true;
  std::size_t count = 0;
  while (count < token.text.size() && is_space(token.text[count])) ++count;
  space = token.text.substr(0, count);
  token.text.remove_prefix(count);
  return !token.text.empty();
}

// ---------------------------------------------------------------- the stack

void TreeBuilder::pop() noexcept {
  if (is_gumbo()) put_held_text();
  tree_.nodes_[open_.current().node].is_open = false;
  open_.pop();
}

void TreeBuilder::remove_open(std::size_t index) {
  tree_.nodes_[open_[index].node].is_open = false;
  open_.remove(index);
}

/// Up to and with the innermost element of that tag. REQUIRES: one is open.
void TreeBuilder::pop_to(Tag tag) noexcept {
  while (!open_.current().is(tag)) pop();
  pop();
}

void TreeBuilder::close_implied(Tag except) noexcept {
  while (open_.current().has(has_implied_end) && !open_.current().is(except)) pop();
}

void TreeBuilder::close_p() noexcept {
  if (open_.has_in_button_scope(Tag::p)) pop_to(Tag::p);
}

void TreeBuilder::enter_text(const Token& token, Tokenizer::Content content) {
  insert(token);
  tokenizer_.enter(content, token.text);
  original_mode_ = mode_;
  mode_ = Mode::text;
}

/// The mode that the open elements ask for, after some were closed.
void TreeBuilder::reset_mode() noexcept {
  for (std::size_t k = open_.size(); k-- > 0;) {
    const bool is_last = k == 0;
    const Open& open = open_[k];
    if (open.space != Namespace::html) continue;
    switch (open.tag) {
      case Tag::select:
        mode_ = Mode::in_select;
        for (std::size_t above = k; above-- > 0 && !open_[above].is(Tag::template_);) {
          if (open_[above].is(Tag::table)) mode_ = Mode::in_select_in_table;
        }
        return;
      case Tag::td:
      case Tag::th:
        mode_ = Mode::in_cell;
        return;
      case Tag::tr:
        mode_ = Mode::in_row;
        return;
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot:
        mode_ = Mode::in_table_body;
        return;
      case Tag::caption:
        mode_ = Mode::in_caption;
        return;
      case Tag::colgroup:
        mode_ = Mode::in_column_group;
        return;
      case Tag::table:
        mode_ = Mode::in_table;
        return;
      case Tag::template_:
        mode_ = template_modes_.empty() ? Mode::in_body : template_modes_.back();
        return;
      case Tag::head:
        mode_ = Mode::in_head;
        return;
      case Tag::body:
        mode_ = Mode::in_body;
        return;
      case Tag::frameset:
        mode_ = Mode::in_frameset;
        return;
      case Tag::html:
        if (!is_last) break;
        mode_ = is_fragment_       ? Mode::in_body
                : head_ == no_node ? Mode::before_head
                                   : Mode::after_head;
        return;
      default:
        break;
    }
  }
  mode_ = Mode::in_body;
}

}  // namespace quoth::page
