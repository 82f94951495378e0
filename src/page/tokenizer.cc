// The standard describes a machine that takes one character at a time through some eighty states. Here a state is a place in a function: what
// the states between two tokens would do with most characters is to keep them, so the reader leaps from one byte that matters to the next.

#include "page/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "page/character_references.h"
#include "page/name_table.h"

namespace quoth::page {
namespace {

constexpr NameTable<attribute_count> attribute_table(attribute_names);

enum Class : std::uint8_t { ends_name = 1, ends_attribute_name = 2, ends_bare_value = 4 };
constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char byte : {' ', '\n', '\t', '\f', '>'}) {
    table[static_cast<unsigned char>(byte)] = ends_name | ends_attribute_name | ends_bare_value;
  }
  table['/'] = ends_name | ends_attribute_name;
  table['='] = ends_attribute_name;
  return table;
}();

bool is(char byte, Class of) { return (classes[static_cast<unsigned char>(byte)] & of) != 0; }

std::size_t find(std::string_view text, char byte, std::size_t from) {
  const void* const found =
      from < text.size() ? std::memchr(text.data() + from, byte, text.size() - from) : nullptr;
  return found == nullptr ? text.size()
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::uint64_t mixed(std::uint64_t hash, std::string_view text, bool ignores_case) {
  for (const char byte : text) {
    const char same = ignores_case ? lower(byte) : byte;
    hash = (hash ^ static_cast<unsigned char>(same)) * 0x100000001B3ULL;
  }
  return (hash ^ 0x1FFU) * 0x9E3779B97F4A7C15ULL;
}

std::string without_nulls(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte == '\0') {
      result += "\xEF\xBF\xBD";
    } else {
      result += byte;
    }
  }
  return result;
}

}  // namespace

Tokenizer::Tokenizer(Markup& markup)
    : markup_(markup),
      html_(markup.text()),
      has_nulls_(html_.find('\0') != std::string_view::npos) {}

void Tokenizer::next(Token& token, bool in_foreign) {
  token = Token{};
  if (in_section_) return read_section(token);
  if (is_end(at_)) return;
  if (content_ != Content::markup) {
    read_element_text(token);
    if (token.kind != Token::Kind::end) return;
    if (is_end(at_)) return;
  }
  read_markup(token, in_foreign);
}

/// What stands next: text up to the next "<" that begins something, or what begins there. "</>" is nothing.
void Tokenizer::read_markup(Token& token, bool in_foreign) {
  while (!is_end(at_)) {
    // NULs may part a text into many tokens: its end is sought once.
    if (end_ <= at_) end_ = text_end();
    if (end_ > at_) return read_text(token, end_);
    const char next = at(at_ + 1);
    if (is_letter(next)) {
      ++at_;
      return read_tag(token, Token::Kind::start_tag);
    }
    if (next != '/') return read_declaration(token, in_foreign);
    at_ += 2;
    if (is_letter(at(at_))) return read_tag(token, Token::Kind::end_tag);
    if (at(at_) != '>') {
      token.kind = Token::Kind::comment;
      at_ = std::min(find(html_, '>', at_) + 1, html_.size());
      return;
    }
    ++at_;
  }
}

/// Where the text that stands here ends: at the next "<" with a letter, "/", "!" or "?" behind it.
std::size_t Tokenizer::text_end() const noexcept {
  for (std::size_t place = at_;; ++place) {
    place = find(html_, '<', place);
    if (place >= html_.size()) return html_.size();
    const char next = at(place + 1);
    if (is_letter(next) || next == '!' || next == '?') return place;
    if (next == '/' && !is_end(place + 2)) return place;
  }
}

/// The text up to there, or up to the first NUL in it, or that NUL.
void Tokenizer::read_text(Token& token, std::size_t end) {
  std::size_t stop = end;
  if (has_nulls_) {
    stop = std::min(find(html_.substr(0, end), '\0', at_), end);
    if (stop == at_) {
      token.kind = Token::Kind::null;
      ++at_;
      return;
    }
  }
  token.kind = Token::Kind::text;
  token.text = characters_of(html_.substr(at_, stop - at_), !in_section_, false);
  at_ = stop;
}

std::string_view Tokenizer::characters_of(std::string_view raw, bool reads_references,
                                          bool replaces_nulls) {
  const bool has_references = reads_references && find(raw, '&', 0) < raw.size();
  const bool has_nulls = replaces_nulls && has_nulls_ && find(raw, '\0', 0) < raw.size();
  if (!has_references && !has_nulls) return raw;
  buffer_.clear();
  if (has_references) {
    CharacterReferences::table().append_read(buffer_, raw, CharacterReferences::Where::text);
  } else {
    buffer_ = raw;
  }
  if (has_nulls) buffer_ = without_nulls(buffer_);
  return markup_.keep(buffer_);
}

bool Tokenizer::stands_at(std::size_t place, std::string_view lower_name) const noexcept {
  if (html_.size() - std::min(place, html_.size()) < lower_name.size()) return false;
  for (std::size_t k = 0; k < lower_name.size(); ++k) {
    if (lower(html_[place + k]) != lower_name[k]) return false;
  }
  return true;
}

// ---------------------------------------------------------------- declarations and comments

void Tokenizer::read_declaration(Token& token, bool in_foreign) {
  const bool is_question = at(at_ + 1) == '?';
  const std::size_t inside = at_ + 2;
  if (!is_question && html_.substr(inside, 2) == "--") {
    at_ = inside + 2;
    return read_comment(token);
  }
  if (!is_question && stands_at(inside, "doctype")) {
    at_ = inside + 7;
    return read_doctype(token);
  }
  if (!is_question && in_foreign && html_.substr(inside, 7) == "[CDATA[") {
    at_ = inside + 7;
    in_section_ = true;
    end_ = 0;
    return read_section(token);
  }
  token.kind = Token::Kind::comment;
  at_ = std::min(find(html_, '>', inside - (is_question ? 1U : 0U)) + 1, html_.size());
}

/// Behind "<!--": up to "-->" or "--!>"; "<!-->" and "<!--->" are whole.
void Tokenizer::read_comment(Token& token) {
  token.kind = Token::Kind::comment;
  if (at(at_) == '>') {
    ++at_;
    return;
  }
  if (html_.substr(at_, 2) == "->") {
    at_ += 2;
    return;
  }
  for (std::size_t place = at_;; ++place) {
    place = html_.find("--", place);
    if (place == std::string_view::npos) break;
    if (at(place + 2) == '>') {
      at_ = place + 3;
      return;
    }
    if (html_.substr(place + 2, 2) == "!>") {
      at_ = place + 4;
      return;
    }
  }
  at_ = html_.size();
}

void Tokenizer::read_doctype(Token& token) {
  const std::size_t end = find(html_, '>', at_);
  token.kind = is_end(end) ? Token::Kind::comment : Token::Kind::doctype;
  token.text = html_.substr(at_, end - at_);
  at_ = std::min(end + 1, html_.size());
}

/// Inside "<![CDATA[": its text, piece by piece where NULs part it; then what follows.
void Tokenizer::read_section(Token& token) {
  if (end_ < at_) end_ = std::min(html_.find("]]>", at_), html_.size());
  if (at_ < end_) return read_text(token, end_);
  in_section_ = false;
  at_ = std::min(end_ + 3, html_.size());
  next(token, true);
}

// ---------------------------------------------------------------- tags

/// Behind "<" or "</", at a letter. A tag that the page's end cuts off is none.
void Tokenizer::read_tag(Token& token, Token::Kind kind) {
  const std::size_t start = at_;
  while (!is_end(at_) && !is(html_[at_], ends_name)) ++at_;
  token.text = html_.substr(start, at_ - start);
  attributes_.clear();
  seen_ = 0;
  closes_itself_ = false;
  std::string_view name, value;
  while (next_attribute(name, value)) {
    if (kind == Token::Kind::start_tag) keep_attribute(name, value);
  }
  if (is_end(at_)) return;
  ++at_;
  token.kind = kind;
  token.tag = tag_of(token.text);
  token.closes_itself = closes_itself_;
}

/// Reads the next attribute; false at the tag's ">", where at_ then is, and at the page's end.
bool Tokenizer::next_attribute(std::string_view& name, std::string_view& value) {
  for (;; ++at_) {
    if (is_end(at_) || html_[at_] == '>') return false;
    if (html_[at_] == '/') {
      closes_itself_ = at(at_ + 1) == '>';
    } else if (!is_space(html_[at_])) {
      break;
    }
  }
  const std::size_t start = at_++;  // A "=" at the start is the name's.
  while (!is_end(at_) && !is(html_[at_], ends_attribute_name)) ++at_;
  name = html_.substr(start, at_ - start);
  value = {};
  std::size_t place = at_;
  while (is_space(at(place))) ++place;
  if (at(place) != '=') return true;
  at_ = place + 1;
  while (is_space(at(at_))) ++at_;
  value = read_value();
  return true;
}

std::string_view Tokenizer::read_value() {
  const char quote = at(at_);
  if (quote == '"' || quote == '\'') {
    const std::size_t start = at_ + 1;
    const std::size_t end = find(html_, quote, start);
    at_ = std::min(end + 1, html_.size());
    // At the page's end: the tag is none.
    if (is_end(end)) at_ = html_.size();
    return html_.substr(std::min(start, html_.size()), end - std::min(start, end));
  }
  const std::size_t start = at_;
  while (!is_end(at_) && !is(html_[at_], ends_bare_value)) ++at_;
  return html_.substr(start, at_ - start);
}

void Tokenizer::keep_attribute(std::string_view name, std::string_view value) {
  const std::size_t index = attribute_table.find(attribute_names, name);
  if (index == attribute_count || (seen_ >> index & 1U) != 0) return;
  seen_ |= 1U << index;
  attributes_.push_back({static_cast<AttributeName>(index), value_of(value)});
}

std::string_view Tokenizer::value_of(std::string_view raw) {
  const bool has_references = find(raw, '&', 0) < raw.size();
  const bool has_nulls = has_nulls_ && find(raw, '\0', 0) < raw.size();
  if (!has_references && !has_nulls) return raw;
  buffer_.clear();
  CharacterReferences::table().append_read(buffer_, raw, CharacterReferences::Where::attribute);
  if (has_nulls) buffer_ = without_nulls(buffer_);
  return markup_.keep(buffer_);
}

std::uint64_t Tokenizer::attributes_hash(std::string_view tag_name) {
  const std::size_t at = at_;
  const bool closes_itself = closes_itself_;
  at_ = static_cast<std::size_t>(tag_name.data() - html_.data()) + tag_name.size();
  std::vector<std::pair<std::uint64_t, std::uint64_t>> hashes;  // Of name and value.
  std::string_view name, value;
  while (next_attribute(name, value)) {
    const std::uint64_t hash = mixed(0, name, true);
    buffer_.clear();
    CharacterReferences::table().append_read(buffer_, value, CharacterReferences::Where::attribute);
    hashes.emplace_back(hash, mixed(hash, buffer_, false));
  }
  // Of attributes of equal names the first counts.
  std::stable_sort(hashes.begin(), hashes.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::uint64_t sum = 1;
  for (std::size_t k = 0; k < hashes.size(); ++k) {
    if (k == 0 || hashes[k].first != hashes[k - 1].first) sum += hashes[k].second;
  }
  at_ = at;
  closes_itself_ = closes_itself;
  return sum;
}

// ---------------------------------------------------------------- elements whose text is no markup

/// The text of the element that was entered; leaves the token as it is where there is none.
void Tokenizer::read_element_text(Token& token) {
  std::size_t end = html_.size();
  if (content_ == Content::script) end = script_end();
  if (content_ == Content::references || content_ == Content::raw) end = raw_end(at_);
  const bool reads_references = content_ == Content::references;
  content_ = Content::markup;
  if (end == at_) return;
  token.kind = Token::Kind::text;
  token.text = characters_of(html_.substr(at_, end - at_), reads_references, true);
  at_ = end;
}

/// "</" and the element's name stand here, and what may follow a name.
bool Tokenizer::ends_element(std::size_t place) const noexcept {
  if (at(place + 1) != '/') return false;
  const std::size_t behind = place + 2 + element_.size();
  if (behind >= html_.size() || !is(html_[behind], ends_name)) return false;
  return std::equal(element_.begin(), element_.end(),
                    html_.begin() + static_cast<std::ptrdiff_t>(place + 2),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::size_t Tokenizer::raw_end(std::size_t from) const noexcept {
  for (std::size_t place = from;; ++place) {
    place = find(html_, '<', place);
    if (is_end(place)) return html_.size();
    if (ends_element(place)) return place;
  }
}

/// A script that holds "<!--" may hold "<script>" and "</script>" before the "-->".
std::size_t Tokenizer::script_end() const noexcept {
  enum class State : std::uint8_t { script, comment, script_in_comment };
  State state = State::script;
  std::size_t dashes = 0;
  for (std::size_t place = at_; !is_end(place);) {
    if (state == State::script) {
      place = find(html_, '<', place);
      if (is_end(place)) break;
      if (ends_element(place)) return place;
      if (html_.substr(place, 4) == "<!--") {
        state = State::comment;
        place += 4;
        dashes = 2;
      } else {
        ++place;
      }
      continue;
    }
    const char byte = html_[place];
    if (byte == '-') {
      ++dashes;
    } else if (byte == '>' && dashes >= 2) {
      state = State::script;
    } else if (byte == '<') {
      if (state == State::comment && ends_element(place)) return place;
      const bool is_end_tag = at(place + 1) == '/';
      const std::size_t name = place + (is_end_tag ? 2 : 1);
      const bool is_script =
          stands_at(name, "script") && !is_end(name + 6) && is(html_[name + 6], ends_name);
      if (is_script && is_end_tag == (state == State::script_in_comment)) {
        state = is_end_tag ? State::comment : State::script_in_comment;
        place = name + 6;
      }
    }
    if (byte != '-') dashes = 0;
    ++place;
  }
  return html_.size();
}

}  // namespace quoth::page
