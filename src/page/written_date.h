#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::page {

/// How the page writes 05/11/2019.
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

/// A date found in a text.
struct WrittenDate {
  std::string iso;                     ///< "2019-11-05", or "2019-11" where no day is written.
  bool by_numbers = false;             ///< Day and month are numbers and stand before the year.
  DayOrder shows = DayOrder::unknown;  ///< The order that it proves: 28/11/2019 is day first.
};

/// The first date in a text: "2019-11-05T10:00:00Z", "20191105", "Nov. 5, 2019", "5 November 2019", "18 de novembro de 2019",
/// "2019년 11월 5일", "28/11/2019". Numbers that leave the order of day and month open are read by `order`, and passed over where it is
/// unknown. Years are 1990 to 2039. Nothing of the time of day is read: the date is that of the place that the page writes for.
std::optional<WrittenDate> find_written_date(std::string_view text, DayOrder order);

/// The order that the text's dates prove, if they do.
DayOrder order_shown(std::string_view text);

}  // namespace quoth::page
