#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.h"
#include "quoth/document.h"

struct Fts5Tokenizer;
struct fts5_tokenizer;

namespace quoth::database {

/// A word as the index of words has it: lower case, without accents.
struct IndexWord {
  std::string form;
  Span span;  ///< Bytes of the text that it was read from.
};

/// How well a content fits a query: of its groups of alternatives each must stand in it. Words count as BM25 has it, less and less the more often, and less
/// in longer contents; groups that follow one another in the query's order count more. Kept for many contents.
class FitScore {
 public:
  void begin();
  /// An alternative of `size` words stands at `starts` (rising), which may be none.
  void add(const std::vector<int>& starts, std::size_t size, double weight);
  /// Ends a group. False: none of its alternatives stands in the content.
  bool end_group();
  /// REQUIRES: end_group() was true for every group. `length`: words of the content.
  double total(int length) const;

 private:
  struct Found {
    double weight = 0, times = 0;
  };
  std::vector<Found> found_;
  std::size_t of_groups_before_ = 0;  // How many of found_ are of ended groups.
  std::vector<int> ends_, ends_before_;
  bool follows_ = false;
  double order_ = 0;
};

/// What the index of words (table content) can do beyond SQL: its own way of parting words, and where they stand. Makes the SQL function
/// places(content, plan) known to its connection; one thread.
///
/// places() is null where the row is no match, else a weight, the larger the better. For it each word of a MATCH expression is an expression
/// of its own, numbered from 0 in order; the plan (blob, LEB128) says how they belong together:
///
///     groups         all must stand in the content
///       alternatives   one of them must
///         words          how many, and for each its number and its weight: they must follow one another
class FullText {
 public:
  /// REQUIRES: the connection outlives this. Notes record_corrupt in it where SQLite lacks FTS5.
  explicit FullText(Connection& connection);
  FullText(const FullText&) = delete;
  FullText& operator=(const FullText&) = delete;
  ~FullText();

  /// The words of a text, as the index would have them. REQUIRES: UTF-8.
  std::vector<IndexWord> words(std::string_view text) const;

 private:
  fts5_tokenizer* functions_ = nullptr;
  Fts5Tokenizer* tokenizer_ = nullptr;
};

}  // namespace quoth::database
