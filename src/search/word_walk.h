#pragma once

#include "database/connection.h"
#include "search/walk.h"
#include "search/word_match.h"

namespace quoth::search {

/// Walks the quotations that have a query's words.
class WordWalk : public Walk {
 public:
  /// REQUIRES: `match` and the connection's FullText outlive this.
  WordWalk(database::Connection& connection, const WordMatch& match, bool weighs,
           std::int64_t oldest);

  std::optional<std::int64_t> at_most(std::int64_t id, Work& work) override;

  /// How well the words of the row that at_most() gave last fit; 0 where it does not weigh.
  double weight() const noexcept { return weight_; }

 private:
  /// Goes to the next row that is a match. Nothing: there is none, or work is spent.
  void go_on(Work& work);

  database::Statement rows_;
  const WordMatch& match_;
  bool uses_places_;
  std::int64_t oldest_;
  bool is_running_ = false;
  std::optional<std::int64_t> here_;
  double weight_ = 0;
};

}  // namespace quoth::search
