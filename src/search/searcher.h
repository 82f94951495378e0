#pragma once

#include <cstddef>
#include <memory>

#include "database/connection.h"
#include "quoth/result.h"
#include "search/answer.h"
#include "search/query.h"

namespace quoth::search {

/// How much a search may look at.
struct SearchLimits {
  /// Of matches, how many facets count and relevance and mentions order: the newest.
  std::size_t candidates = 1000;
  /// Rows of an index read in order; this many take some 20 ms of a warm record.
  std::size_t work = 40000;
};

/// Answers queries. Work is bounded, whatever is asked: a search that finds little among much gives up and says so (Answer::is_complete).
/// One thread, its connection's; keeps prepared statements.
class Searcher {
 public:
  /// REQUIRES: the connection outlives this.
  explicit Searcher(database::Connection& connection, SearchLimits limits = {});
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;
  ~Searcher();

  /// Finding nothing is no error. Fails with query_malformed (words, dates, cursor), invalid_option (limit), person_unknown,
  /// person_ambiguous, not_in_record (no such outlet), or what the connection has.
  Result<Answer> search(const Query& query);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::search
