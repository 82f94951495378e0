#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "quoth/document.h"
#include "quoth/record.h"

namespace quoth::store {

/// Turns offsets in a unit back into bytes of a text. Takes four bytes for each unit of the text; nothing where units are bytes.
class UnitOffsets {
 public:
  /// REQUIRES: `text` is UTF-8 and outlives this.
  UnitOffsets(std::string_view text, OffsetUnit unit);

  std::uint64_t length() const noexcept { return units_ ? units_->size() - 1 : text_.size(); }

  /// Nothing: the range is none, ends behind the text, or would cut a character.
  std::optional<Span> bytes(std::uint64_t start, std::uint64_t end) const noexcept;

 private:
  static constexpr std::uint32_t inside = UINT32_MAX;  // The second half of a surrogate pair.
  std::string_view text_;
  std::optional<std::vector<std::uint32_t>> units_;  // Unit → byte, the end included.
};

}  // namespace quoth::store
