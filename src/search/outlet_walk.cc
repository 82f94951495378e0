#include "search/outlet_walk.h"

#include <algorithm>
#include <functional>

#include "database/day.h"

namespace quoth::search {
namespace {

constexpr std::size_t day_cost = 20;  // Of a day, in rows read in order.
constexpr std::int64_t most_a_day =
    4000;  // Quotations of a day that are sorted; more stand where days are unknown.

}  // namespace

OutletWalk::OutletWalk(database::Connection& connection, std::int64_t publisher,
                       std::int64_t oldest)
    : day_(connection,
           "SELECT day FROM version WHERE publisher = ?1 AND day <= ?2 ORDER BY day DESC LIMIT 1"),
      ids_(connection,
           "SELECT q.id FROM version v JOIN quotation q ON q.version = v.id "
           "WHERE v.publisher = ?1 AND v.day = ?2 AND q.state < 3 LIMIT ?3"),
      all_(connection,
           "SELECT q.id, (SELECT publisher FROM version WHERE id = q.version) FROM quotation q "
           "WHERE q.id <= ?1 AND q.id >= ?2 AND q.state < 3 ORDER BY q.id DESC"),
      publisher_(publisher),
      oldest_(oldest) {}

bool OutletWalk::load(std::uint32_t day, Work& work) {
  const auto newest = day_.find(publisher_, day);
  if (!newest) return false;
  loaded_ = static_cast<std::uint32_t>(*newest);
  of_day_.clear();
  ids_.start(publisher_, *newest, most_a_day + 1);
  while (ids_.next()) of_day_.push_back(ids_.integer(0));
  ids_.rewind();
  work.spend(day_cost + 2 * of_day_.size());
  is_crowded_ = of_day_.size() > static_cast<std::size_t>(most_a_day);
  if (is_crowded_) of_day_.clear();
  std::sort(of_day_.begin(), of_day_.end(), std::greater<>());
  return true;
}

std::optional<std::int64_t> OutletWalk::walk_crowded_day(std::int64_t id, Work& work) {
  all_.start(id, std::max(oldest_, database::quotation_id(*loaded_, 0)));
  std::optional<std::int64_t> found;
  while (!found && all_.next()) {
    work.spend(3);
    if (all_.integer(1) == publisher_) {
      found = all_.integer(0);
    } else if (work.is_spent()) {
      found = all_.integer(0) - 1;
    }
  }
  all_.rewind();
  return found;
}

std::optional<std::int64_t> OutletWalk::at_most(std::int64_t id, Work& work) {
  while (id >= oldest_) {
    const std::uint32_t day = database::day_of_quotation(id);
    // Of the days between the one that is asked for and the one that is loaded none has an article.
    if (!loaded_ || *loaded_ > day) {
      if (!load(day, work)) return {};
    }
    id = std::min(id, database::quotation_id(*loaded_ + 1, 0) - 1);
    if (is_crowded_) {
      if (const auto found = walk_crowded_day(id, work)) return found;
    } else {
      const auto found = std::lower_bound(of_day_.begin(), of_day_.end(), id, std::greater<>());
      if (found != of_day_.end()) return *found < oldest_ ? std::nullopt : std::optional(*found);
    }
    if (*loaded_ == 0) return {};
    id = database::quotation_id(*loaded_, 0) - 1;
    if (work.is_spent()) return id;
  }
  return {};
}

}  // namespace quoth::search
