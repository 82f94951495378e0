#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::database {

/// Days from 1799-12-31 on, so that 1800-01-01 is 1; 0: unknown. A month or a year counts as its first day. What `published` says after a
/// date ("T10:00Z") does not count. Before 1800 and after 2158: unknown.
std::uint32_t day_of(std::string_view published);

/// "2021-01-05"; empty for 0.
std::string date_of(std::uint32_t day);

/// The id of the quotation that is `place`-th of its day, from 0. Ids sort by day. REQUIRES: place < quotations_a_day.
constexpr std::int64_t quotations_a_day = std::int64_t{1} << 24U;
constexpr std::int64_t quotation_id(std::uint32_t day, std::int64_t place) noexcept {
  return std::int64_t{day} * quotations_a_day + place;
}
constexpr std::uint32_t day_of_quotation(std::int64_t id) noexcept {
  return static_cast<std::uint32_t>(id / quotations_a_day);
}

}  // namespace quoth::database
