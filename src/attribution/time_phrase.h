#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "attribution/calendar_date.h"

namespace quoth::attribution {

/// What a time phrase says.
struct TimeReading {
  CalendarDate date;      ///< A day, month or year that exists.
  const char* rule = "";  ///< Which of the rules of time_phrase.cc read it. Lives for ever.
  bool from_story =
      false;  ///< It counts from a time that the text tells of ("the next day", "that evening", "ten days later"):
              ///< `reference` must be that time, the day of publication is a guess.
};

/// Reads a phrase that dates what was said, at the phrase's own precision: "on Tuesday" is a day, "in May 2010" and "two
/// months ago" are months, "last year" is a year. Nothing where it names no single day, month or year ("last week", "the
/// 1990s", "in spring", "at the time"), a day that does not exist ("Feb. 30"), or one that contradicts itself
/// ("Tuesday, August 12" in a year where that is no Tuesday).
///
/// News speak of the past: a bare weekday, day or month is the latest one up to the reference, which counts itself; "next
/// Monday" and "this Friday" may lie after it. A month and day that come within the next 31 days ("on July 20" in late
/// June) could be either year's: nothing. Numbers alone are read in the order of the United States ("3/7/2017" is 7 March)
/// where both orders are possible.
///
/// `reference` may be a month, a year or unknown; then phrases that need more of it give nothing.
std::optional<TimeReading> read_time(std::string_view phrase, const CalendarDate& reference);

/// The same as ISO text: "2011-05-02", "2011-05" or "2011".
std::optional<std::string> resolve_time(std::string_view phrase, const CalendarDate& reference);

}  // namespace quoth::attribution
