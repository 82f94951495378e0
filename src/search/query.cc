#include "search/query.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"

namespace quoth::search {
namespace {

constexpr std::size_t most_bytes = 1000;
constexpr std::size_t most_terms = 32;
constexpr std::size_t least_prefix = 2;  // Letters; a shorter one begins too many words.

constexpr std::array<std::string_view, 4> quotation_marks = {"\"", "“", "”", "„"};

/// Bytes of the quotation mark at `at`; 0: there is none.
std::size_t mark_size(std::string_view text, std::size_t at) {
  for (const std::string_view mark : quotation_marks) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_blank(char byte) { return static_cast<unsigned char>(byte) <= 0x20U; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<WordQuery> parse() {
    if (text_.size() > most_bytes)
      return malformed(most_bytes, "the query is longer than 1000 bytes; ask for fewer words");
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
      if (!read_item()) return *std::move(error_);
    }
    if (wants_other_side_)
      return malformed(or_at_, "OR has nothing behind it; put a word there, or write \"or\"");
    if (query_.all.empty() && !query_.none.empty())
      return malformed(query_.none.front().position,
                       "the query only says what to leave out; add a word to look for");
    return std::move(query_);
  }

 private:
  static Error malformed(std::size_t position, std::string_view what) {
    return {ErrorCode::query_malformed, fmt::format("query: byte {}: {}", position, what)};
  }

  bool fail(std::size_t position, std::string_view what) {
    error_ = malformed(position, what);
    return false;
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  /// The end of a word: a blank or a quotation mark.
  std::size_t word_end(std::size_t at) const {
    while (at < text_.size() && !is_blank(text_[at]) && mark_size(text_, at) == 0) ++at;
    return at;
  }

  bool read_item() {
    const std::size_t start = at_;
    const std::size_t end = word_end(at_);
    if (text_.substr(start, end - start) == "OR") {
      at_ = end;
      if (query_.all.empty() || wants_other_side_ || last_is_excluded_)
        return fail(start, "OR has nothing before it; put a word there, or write \"or\"");
      wants_other_side_ = true;
      or_at_ = start;
      return true;
    }
    const bool is_excluded =
        text_[at_] == '-' && at_ + 1 < text_.size() && !is_blank(text_[at_ + 1]);
    if (is_excluded) {
      if (wants_other_side_)
        return fail(start, "what is left out cannot stand behind OR; leave OR out");
      ++at_;
    }
    Term term;
    term.position = start;
    if (!(mark_size(text_, at_) > 0 ? read_phrase(term) : read_word(term))) return false;
    return add(std::move(term), is_excluded);
  }

  bool read_phrase(Term& term) {
    at_ += mark_size(text_, at_);
    std::size_t end = at_;
    while (end < text_.size() && mark_size(text_, end) == 0) ++end;
    if (end == text_.size())
      return fail(term.position,
                  "the phrase that begins here has no closing quotation mark; add it");
    term.text = text::replace_invalid(text_.substr(at_, end - at_));
    at_ = end + mark_size(text_, end);
    return true;
  }

  bool read_word(Term& term) {
    const std::size_t end = word_end(at_);
    std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    if (word.ends_with('*')) {
      term.is_prefix = true;
      while (word.ends_with('*')) word.remove_suffix(1);
      const auto letters = std::count_if(word.begin(), word.end(), text::starts_sequence);
      if (static_cast<std::size_t>(letters) < least_prefix)
        return fail(term.position, "\"*\" needs two letters before it; write more of the word");
    }
    term.text = text::replace_invalid(word);
    return true;
  }

  bool add(Term term, bool is_excluded) {
    if (++terms_ > most_terms)
      return fail(term.position, "the query has more than 32 words; ask for fewer");
    last_is_excluded_ = is_excluded;
    if (is_excluded) {
      query_.none.push_back(std::move(term));
    } else if (std::exchange(wants_other_side_, false)) {
      query_.all.back().push_back(std::move(term));
    } else {
      query_.all.emplace_back().push_back(std::move(term));
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0, terms_ = 0, or_at_ = 0;
  bool wants_other_side_ = false, last_is_excluded_ = false;
  WordQuery query_;
  std::optional<Error> error_;
};

}  // namespace

Result<WordQuery> parse_words(std::string_view text) { return Parser(text).parse(); }

std::optional<Quotation::Act> act_named(std::string_view name) noexcept {
  for (int k = 0; k <= static_cast<int>(Quotation::Act::show); ++k) {
    if (name == quoth::name(static_cast<Quotation::Act>(k))) return static_cast<Quotation::Act>(k);
  }
  return {};
}

std::optional<Quotation::Kind> kind_named(std::string_view name) noexcept {
  for (int k = 0; k <= static_cast<int>(Quotation::Kind::mixed); ++k) {
    if (name == quoth::name(static_cast<Quotation::Kind>(k)))
      return static_cast<Quotation::Kind>(k);
  }
  return {};
}

std::optional<Sort> sort_named(std::string_view name) noexcept {
  for (const Sort sort : {Sort::newest, Sort::relevance, Sort::mentions}) {
    if (name == search::name(sort)) return sort;
  }
  return {};
}

const char* name(Sort sort) noexcept {
  switch (sort) {
    case Sort::newest:
      return "newest";
    case Sort::relevance:
      return "relevance";
    case Sort::mentions:
      return "mentions";
  }
  return "newest";
}

}  // namespace quoth::search
