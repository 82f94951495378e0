#include "search/index_walk.h"

#include <algorithm>

namespace quoth::search {
namespace {

constexpr std::size_t start_cost = 8;  // Of a statement, in rows read in order.
constexpr std::size_t steps_before_start = 8;

}  // namespace

std::optional<std::int64_t> IndexWalk::at_most(std::int64_t id, Work& work) {
  if (is_running_) {
    // A row or two on is where the next one mostly is.
    for (std::size_t k = 0; here_ && *here_ > id && k < steps_before_start; ++k) {
      here_ = rows_.next() ? std::optional(rows_.integer(0)) : std::nullopt;
      work.spend(1);
    }
    if (!here_ || *here_ <= id) return here_;
  }
  rows_.start(value_, id, oldest_);
  here_ = rows_.next() ? std::optional(rows_.integer(0)) : std::nullopt;
  work.spend(start_cost);
  is_running_ = true;
  return here_;
}

std::optional<std::int64_t> AnyWalk::at_most(std::int64_t id, Work& work) {
  std::optional<std::int64_t> newest;
  for (const auto& walk : walks_) newest = std::max(newest, walk->at_most(id, work));
  return newest;
}

}  // namespace quoth::search
