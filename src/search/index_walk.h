#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "database/connection.h"
#include "search/walk.h"

namespace quoth::search {

/// Walks an index of quotations by one value of it.
class IndexWalk : public Walk {
 public:
  /// `sql` yields ids from ?2 down to ?3, falling, of what has the value ?1.
  IndexWalk(database::Connection& connection, std::string_view sql, std::int64_t value,
            std::int64_t oldest)
      : rows_(connection, sql), value_(value), oldest_(oldest) {}

  std::optional<std::int64_t> at_most(std::int64_t id, Work& work) override;

 private:
  database::Statement rows_;
  std::int64_t value_, oldest_;
  bool is_running_ = false;
  std::optional<std::int64_t> here_;  // Where it stands; nothing: at its end, or not begun.
};

/// All that one of several walks has.
class AnyWalk : public Walk {
 public:
  explicit AnyWalk(std::vector<std::unique_ptr<Walk>> walks) : walks_(std::move(walks)) {}
  std::optional<std::int64_t> at_most(std::int64_t id, Work& work) override;

 private:
  std::vector<std::unique_ptr<Walk>> walks_;
};

}  // namespace quoth::search
