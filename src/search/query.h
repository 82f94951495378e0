#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/quotation.h"
#include "quoth/result.h"

namespace quoth::search {

/// In which order hits come. `relevance` and `mentions` order the newest candidates alone (Answer::count tells how many).
enum class Sort : std::uint8_t { newest, relevance, mentions };

/// What is asked of a record. Empty texts: not asked for.
struct Query {
  std::string words = {};                                ///< In the language of parse_words().
  std::string speaker = {}, about = {}, addressee = {};  ///< A name, or the number of an identity.
  std::string outlet = {};  ///< A publisher's name; case and accents do not count.
  std::optional<Quotation::Act> act = {};
  std::optional<Quotation::Kind> kind = {};
  std::string since = {}, until = {};  ///< Days, both inclusive: "2021-03-04", "2021-03", "2021".
  Sort sort = Sort::newest;
  std::size_t limit = 20;   ///< Hits of a page, 1 to 100.
  std::string cursor = {};  ///< Answer::next of the page before; empty: the first page.
};

/// A word, or a phrase: words that follow each other.
struct Term {
  std::string text;          ///< As written, without quotation marks, "-" and "*".
  bool is_prefix = false;    ///< "harb*": any word that begins so.
  std::size_t position = 0;  ///< Byte of the query where it begins.
};

/// A query's words as they were parsed.
struct WordQuery {
  std::vector<std::vector<Term>> all;  ///< One of each list must stand in the content.
  std::vector<Term> none;              ///< None of these may.
};

/// Reads the language of words:
///
///     harbour wall         both words, anywhere in the content
///     "harbour wall"       one after the other; “ and ” do as well
///     harb*                a word that begins so; two letters at least
///     harbour OR port      one of the two; OR binds tighter than the blank
///     -wall  -"sea wall"   not that
///
/// Case and accents do not count; other signs part words. An empty query has no terms. Fails with query_malformed, naming the byte: a phrase
/// without its end, an OR without a side, "*" behind too little, "-" alone where nothing else is asked for, more than 1000 bytes or 32
/// terms. `text` need not be UTF-8: malformed bytes part words.
Result<WordQuery> parse_words(std::string_view text);

/// By their names as the record has them: "say", "direct", "newest"; nothing: there is no such.
std::optional<Quotation::Act> act_named(std::string_view name) noexcept;
std::optional<Quotation::Kind> kind_named(std::string_view name) noexcept;
std::optional<Sort> sort_named(std::string_view name) noexcept;
const char* name(Sort sort) noexcept;

}  // namespace quoth::search
