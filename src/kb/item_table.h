#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kb/item.h"
#include "quoth/result.h"

namespace quoth::kb {

/// Reads items out of tab-separated rows: columns id, name, aliases, description, types, dates, title, weight, in
/// the order that the header gives; several aliases or types are parted by "|", dates are "START/END".
class ItemTable {
 public:
  /// Nothing where the line is no such header: it must name id and name. Unknown columns are passed over.
  static std::optional<ItemTable> from_header(std::string_view line);

  /// Always an item, or invalid_row; messages name no place.
  Result<std::optional<Item>> read(std::string_view row) const;

 private:
  enum Column { id, name, aliases, description, types, dates, title, weight, columns };
  static constexpr std::size_t absent = SIZE_MAX;

  std::array<std::size_t, columns> place_{};  ///< Column → field of the row, from 0.
  std::size_t width_ = 0;                     ///< Fields of a row.
};

/// Whether the line can be a row of alias counts: three fields, the last a number; or their header.
bool is_alias_count(std::string_view line);
inline constexpr std::string_view alias_count_header = "alias\ttitle\tcount";

/// A row of alias, title and count. Fails with invalid_row; messages name no place.
Result<AliasCount> read_alias_count(std::string_view row);

}  // namespace quoth::kb
