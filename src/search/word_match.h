#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/full_text.h"
#include "search/query.h"

namespace quoth::search {

/// A query's words as the index of words can look for them. Immutable, self-contained.
class WordMatch {
 public:
  /// Nothing is left of a term without letters or digits. Fails with query_malformed where that leaves nothing to look for, or where there
  /// are more than 64 words.
  static Result<WordMatch> make(const WordQuery& query, const database::FullText& full_text);

  /// Every word is put in quotation marks: nothing in it means anything to FTS5.
  const std::string& expression() const noexcept { return expression_; }
  /// For places() of database/full_text.h.
  const std::string& plan() const noexcept { return plan_; }
  /// Whether the expression finds more than is meant, and places() must say what is.
  bool has_phrases() const noexcept { return has_phrases_; }
  /// How well a content fits, as places() tells; nothing: it is no match.
  std::optional<double> weigh(std::string_view text, const database::FullText& full_text) const;

  /// Bytes of the text that are what was looked for; in order, apart from each other.
  std::vector<Span> highlights(std::string_view text, const database::FullText& full_text) const;

 private:
  struct Sought {
    std::vector<std::string> forms;  ///< In the order in which they must follow each other.
    bool is_prefix = false;          ///< Of the last one.

    bool stands_at(const std::vector<database::IndexWord>& words, std::size_t at) const;
  };

  static Sought sought(const Term& term, const database::FullText& full_text);
  void add_group(const std::vector<Sought>& alternatives);
  void leave_out(const std::vector<Sought>& terms);

  std::string expression_, plan_;
  std::vector<std::vector<Sought>> wanted_;
  std::vector<Sought> unwanted_;
  std::size_t words_ = 0;  // Of the expression.
  bool has_phrases_ = false;
};

}  // namespace quoth::search
