#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "page/open_elements.h"
#include "page/tokenizer.h"
#include "page/tree.h"

namespace quoth::page {

/// Builds a tree from tokens as the HTML standard says (https://html.spec.whatwg.org/multipage/parsing.html#tree-construction): insertion
/// modes, implied tags, misnested formatting, text that a table does not hold, drawings and formulas. Used once.
class TreeBuilder {
 public:
  /// Which limit the page breaks.
  enum class Beyond : std::uint8_t { nothing, tags, elements, depth };

  /// `tree` is empty, and outlives it.
  TreeBuilder(Tree& tree, Dialect dialect);

  Beyond build(Tree::Extent extent);

 private:
  enum class Mode : std::uint8_t {
    initial,
    before_html,
    before_head,
    in_head,
    in_head_noscript,
    after_head,
    in_body,
    text,
    in_table,
    in_table_text,
    in_caption,
    in_column_group,
    in_table_body,
    in_row,
    in_cell,
    in_select,
    in_select_in_table,
    in_template,
    after_body,
    in_frameset,
    after_frameset,
    after_after_body,
    after_after_frameset,
  };
  using Handler = void (TreeBuilder::*)(Token&);
  using Kind = Token::Kind;
  using Open = OpenElements::Open;

  /// Where a node is put: in `parent`, before a child of it or, if that is none, behind all.
  struct Place {
    NodeIndex parent, before;
  };

  /// An entry of the list of active formatting elements.
  struct Formatting {
    NodeIndex node = no_node;      // no_node: a marker.
    std::uint64_t attributes = 0;  // Their hash; 0: not reckoned yet.
  };

  // tree_builder.cc
  void take(Token& token);
  bool is_foreign(const Token& token) const noexcept;
  void by_mode(Token& token);
  void again(Token& token, Mode mode);
  Place place(NodeIndex target) const noexcept;
  NodeIndex add_node(const Node& node);
  void put(NodeIndex node, Place where) noexcept;
  void detach(NodeIndex node) noexcept;
  void adopt_children(NodeIndex from, NodeIndex to) noexcept;
  NodeIndex insert(const Token& token, Namespace space = Namespace::html);
  NodeIndex insert_implied(Tag tag);
  void insert_void(const Token& token);
  NodeIndex insert_node(const Node& node);
  Open opened(NodeIndex node) const;
  void keep_attributes(Node& node, const Token& token);
  void merge_attributes(NodeIndex node);
  void insert_text(std::string_view text);
  void put_held_text();
  void put_text(std::string_view text);
  bool take_space(Token& token, std::string_view& space) const noexcept;
  void pop() noexcept;
  void pop_to(Tag tag) noexcept;
  void remove_open(std::size_t index);
  void close_implied(Tag except) noexcept;
  void close_p() noexcept;
  void enter_text(const Token& token, Tokenizer::Content content);
  void reset_mode() noexcept;
  bool is_gumbo() const noexcept { return dialect_ == Dialect::gumbo; }

  // formatting.cc
  void reconstruct_formatting();
  void add_formatting(NodeIndex node);
  void add_marker() { formatting_.push_back({}); }
  void clear_to_marker() noexcept;
  std::size_t find_formatting(NodeIndex node) const noexcept;
  std::size_t last_formatting(Tag tag) const noexcept;
  Node copied(NodeIndex node) const;
  void remove_formatting(std::size_t index);
  void adopt(const Token& token, Tag subject);
  bool adopt_once(const Token& token, Tag subject);
  void adopt_block(std::size_t formatting, std::size_t stack_at, std::size_t block_at);
  std::uint64_t hash_of(Formatting& entry);

  // head_modes.cc
  void initial(Token& token);
  void before_html(Token& token);
  void before_head(Token& token);
  void in_head(Token& token);
  void start_in_head(Token& token);
  void end_in_head(Token& token);
  void end_template();
  void in_head_noscript(Token& token);
  void after_head(Token& token);

  // body_mode.cc
  void in_body(Token& token);
  void text_in_body(std::string_view text);
  void start_in_body(Token& token);
  void start_rare(Token& token);
  void start_list_item(Token& token);
  void start_button(Token& token);
  void start_a(Token& token);
  void start_nobr(Token& token);
  void start_form(Token& token);
  void start_table(Token& token);
  void start_select(Token& token);
  void start_ruby(Token& token);
  void start_block(Token& token);
  void start_input(Token& token);
  void start_frameset(Token& token);
  void end_in_body(Token& token);
  void end_of_page(Token& token);
  void end_body(Token& token);
  void end_block(Token& token, bool in_scope);
  void end_p(Token& token);
  void insert_foreign(Token& token, Namespace space);
  void end_form();
  void end_heading();
  void end_other(const Token& token);

  // table_modes.cc
  void in_table(Token& token);
  void start_in_table(Token& token);
  void fostered(Token& token);
  void in_table_text(Token& token);
  void flush_table_text();
  void in_caption(Token& token);
  bool close_caption();
  void in_column_group(Token& token);
  void in_table_body(Token& token);
  void in_row(Token& token);
  void in_cell(Token& token);
  void close_cell(Tag cell);
  void clear_to(Traits context) noexcept;
  bool close_table();

  // late_modes.cc
  void text(Token& token);
  void in_select(Token& token);
  void start_in_select(Token& token);
  void end_in_select(Token& token);
  void close_select();
  void in_select_in_table(Token& token);
  void in_template(Token& token);
  void after_body(Token& token);
  void in_frameset(Token& token);
  void after_frameset(Token& token);
  void after_after_frameset(Token& token);

  // foreign_content.cc
  void in_foreign(Token& token);
  void start_in_foreign(Token& token);
  void end_in_foreign(Token& token);
  void leave_foreign() noexcept;
  bool ends_foreign(const Token& token) const noexcept;
  bool has_html_inside(const Open& open) const noexcept;

  static const std::array<Handler, 23> handlers_;

  Tree& tree_;
  Dialect dialect_;
  Tokenizer tokenizer_;
  OpenElements open_;
  std::vector<Formatting> formatting_;
  std::vector<Mode> template_modes_;
  std::vector<std::string_view> table_text_;
  Mode mode_ = Mode::initial;
  Mode original_mode_ = Mode::initial;
  NodeIndex head_ = no_node, form_ = no_node;
  std::vector<std::string_view> held_text_;  // In the dialect gumbo.
  bool reconstructs_ = false;                // The same.
  bool is_fragment_ = false;
  bool again_ = false;  // The same token once more.
  bool fosters_ = false;
  bool frameset_ok_ = true;
  bool quirks_ = false;
  bool skips_line_feed_ = false;
  std::size_t start_tags_ = 0, elements_ = 0;
};

}  // namespace quoth::page
