#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/attribute.h"
#include "page/markup.h"
#include "page/tag.h"

namespace quoth::page {

/// A piece of markup. Its views live as long as the Markup.
struct Token {
  enum class Kind : std::uint8_t {
    text,  ///< Characters, references read.
    null,  ///< A NUL among them: what it means depends on where it stands.
    start_tag,
    end_tag,
    comment,
    doctype,  ///< Whole: cut off by the page's end it is a comment.
    end,      ///< Of the page; comes for ever.
  };

  Kind kind = Kind::end;
  Tag tag = Tag::unknown;      ///< Of tags.
  bool closes_itself = false;  ///< Of start tags: "/>".
  std::string_view
      text;  ///< The characters; of tags the name as it is written; of doctypes what stands behind the word.
};

/// Tokens of HTML, one after the other, as the HTML standard reads them (https://html.spec.whatwg.org/multipage/parsing.html#tokenization).
/// Text is a view of the markup wherever nothing has to be read into it. For one thread.
class Tokenizer {
 public:
  /// What the text of an element may hold beside characters.
  enum class Content : std::uint8_t {
    markup,
    references,  ///< Title, textarea: references alone.
    raw,         ///< Style, iframe …: nothing.
    script,      ///< Nothing, and "</script>" inside a comment may be a part of it.
    plain,       ///< Nothing, up to the end of the page.
  };

  /// `markup` has to outlive it.
  explicit Tokenizer(Markup& markup);

  /// Reads the next token. `in_foreign`: the current element is a drawing's or a formula's, which may hold "<![CDATA[".
  void next(Token& token, bool in_foreign);

  /// Of the last start tag: those that attribute_names names, the first of each name.
  const std::vector<Attribute>& attributes() const noexcept { return attributes_; }

  /// The last tag was the start of an element whose text is such.
  void enter(Content content, std::string_view name) noexcept {
    content_ = content;
    element_ = name;
  }

  /// Equal for tags whose attributes have equal names and values, in whatever order. `name`: that of a start tag, inside the markup.
  std::uint64_t attributes_hash(std::string_view name);

 private:
  char at(std::size_t place) const noexcept { return place < html_.size() ? html_[place] : '\0'; }
  bool is_end(std::size_t place) const noexcept { return place >= html_.size(); }
  bool stands_at(std::size_t place, std::string_view lower_name) const noexcept;

  void read_text(Token& token, std::size_t end);
  void read_markup(Token& token, bool in_foreign);
  void read_tag(Token& token, Token::Kind kind);
  void read_declaration(Token& token, bool in_foreign);
  void read_comment(Token& token);
  void read_doctype(Token& token);
  void read_section(Token& token);
  void read_element_text(Token& token);
  std::size_t text_end() const noexcept;
  std::size_t raw_end(std::size_t from) const noexcept;
  std::size_t script_end() const noexcept;
  bool ends_element(std::size_t place) const noexcept;

  bool next_attribute(std::string_view& name, std::string_view& value);
  std::string_view read_value();
  void keep_attribute(std::string_view name, std::string_view value);
  std::string_view value_of(std::string_view raw);
  std::string_view characters_of(std::string_view raw, bool reads_references, bool replaces_nulls);

  Markup& markup_;
  std::string_view html_;
  std::size_t at_ = 0;
  Content content_ = Content::markup;
  std::string_view element_;  // Whose text is read.
  bool has_nulls_;
  bool closes_itself_ = false;
  bool in_section_ = false;  // Of CDATA.
  std::size_t end_ = 0;      // Of the text or section that is being read.
  std::uint32_t seen_ = 0;   // Attributes of the tag, a bit each.
  std::vector<Attribute> attributes_;
  std::string buffer_;
};

}  // namespace quoth::page
