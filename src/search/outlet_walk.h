#pragma once

#include <vector>

#include "database/connection.h"
#include "search/walk.h"

namespace quoth::search {

/// Walks the quotations of a publisher, a day at a time: an index has its articles by day, and a quotation's id begins with the day.
class OutletWalk : public Walk {
 public:
  OutletWalk(database::Connection& connection, std::int64_t publisher, std::int64_t oldest);

  std::optional<std::int64_t> at_most(std::int64_t id, Work& work) override;

 private:
  /// Reads the ids of the newest day that is at most `day`. False: there is none.
  bool load(std::uint32_t day, Work& work);
  std::optional<std::int64_t> walk_crowded_day(std::int64_t id, Work& work);

  database::Statement day_, ids_, all_;
  std::int64_t publisher_, oldest_;
  std::optional<std::uint32_t> loaded_;
  std::vector<std::int64_t> of_day_;  // Falling.
  bool is_crowded_ = false;           // The day has too many to be sorted; of_day_ is empty.
};

}  // namespace quoth::search
