#include "store/unit_offsets.h"

#include <algorithm>

#include "text/utf8.h"

namespace quoth::store {

UnitOffsets::UnitOffsets(std::string_view text, OffsetUnit unit) : text_(text) {
  const bool is_ascii = std::all_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<signed char>(c) >= 0; });
  if (unit == OffsetUnit::byte || is_ascii) return;
  units_.emplace();
  units_->reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    units_->push_back(static_cast<std::uint32_t>(at));
    const std::size_t size = text::decode(text, at).size;
    if (unit == OffsetUnit::utf16 && size == 4) units_->push_back(inside);
    at += size;
  }
  units_->push_back(static_cast<std::uint32_t>(text.size()));
}

std::optional<Span> UnitOffsets::bytes(std::uint64_t start, std::uint64_t end) const noexcept {
  if (start > end || end > length()) return {};
  Span span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
  if (units_) span = {(*units_)[start], (*units_)[end]};
  if (span.start == inside || span.end == inside) return {};
  const auto cuts = [&](std::uint32_t at) {
    return at < text_.size() && !text::starts_sequence(text_[at]);
  };
  if (cuts(span.start) || cuts(span.end)) return {};
  return span;
}

}  // namespace quoth::store
