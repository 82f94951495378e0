#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "database/connection.h"
#include "search/understanding.h"
#include "search/walk.h"
#include "search/word_walk.h"

namespace quoth::search {

/// A quotation that a query matches.
struct Candidate {
  std::int64_t id = 0, version = 0, identity = 0;  ///< Identity 0: nobody is named.
  double weight = 0;                               ///< How well the words fit.
};

/// The quotations that meet all conditions of a query, newest first: the intersection of a walk for each. A walk is asked for the largest id
/// that is at most the one where all before it agree, so the rarest condition leads and the others skip what it skips.
class Candidates {
 public:
  /// REQUIRES: all outlive this.
  Candidates(database::Connection& connection, const database::FullText& full_text,
             const Resolved& resolved, Work work);

  /// Nothing: there are no more, or is_spent().
  std::optional<Candidate> next();

  bool is_spent() const noexcept { return !is_done_ && work_.is_spent(); }
  /// All matches not yet given have ids of at most this.
  std::int64_t place() const noexcept { return id_; }

 private:
  using Walks = std::vector<std::unique_ptr<Walk>>;

  void add_persons(const std::vector<Suggestion>& persons, std::string_view sql);
  /// Where all walks agree, at most at id_.
  bool agree();
  bool meets_rest(Candidate& candidate);

  database::Connection& connection_;
  const Resolved& resolved_;
  Work work_;
  std::int64_t id_;
  Walks walks_;
  WordWalk* words_ = nullptr;
  database::Statement row_;
  bool is_done_ = false;
};

}  // namespace quoth::search
