#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "search/query.h"

namespace quoth::search {

/// Where a page ended. By ids, not by numbers of hits: documents that are added meanwhile change nothing.
struct Cursor {
  Sort sort = Sort::newest;
  std::int64_t top =
      0;  ///< The newest id that the first page looked at; of `newest`: where to go on.
  std::int64_t key = 0, id = 0;  ///< Of the last hit, of orders by a key.
  std::uint64_t count = 0;       ///< Of the first page's answer.
  bool is_exact = false;
};

/// A short text of letters, digits and dots.
std::string written(const Cursor& cursor);
/// Nothing: it is none of this order.
std::optional<Cursor> read_cursor(std::string_view text, Sort sort);

}  // namespace quoth::search
