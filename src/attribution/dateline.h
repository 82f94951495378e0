#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "attribution/calendar_date.h"

namespace quoth::attribution {

/// The day of publication that a news text states where it begins. The rules, in order:
///
///   date_line  the first line that is not empty is a date: "Monday, February 5, 2007"
///   dateline   the first line starts with a place and a date before a dash: "LONDON, Feb. 5, 2007 (Reuters) —"
///
/// Nothing where neither holds, where the year is left out ("LONDON, Feb. 5 —") and where there is no such day.
std::optional<CalendarDate> dateline_of(std::string_view text);

/// The last day that `text` names with its year ("February 5, 2007", "5 Feb 2007", "2007-02-05") and that ends at or before
/// `up_to`, in bytes.
std::optional<CalendarDate> last_date_in(std::string_view text, std::size_t up_to);

}  // namespace quoth::attribution
