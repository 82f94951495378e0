#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "attribution/calendar_date.h"

namespace quoth::attribution {

/// A holiday's name, as it starts a list of words.
struct HolidayName {
  int holiday = 0;        ///< For holiday_in().
  std::size_t words = 0;  ///< How many words the name takes; 0: none starts here.
};

/// The longest name that the lower-case words start with. They are without apostrophes ("new years eve"), and a final "s"
/// may be missing or too many.
HolidayName holiday_name(std::span<const std::string> words);

/// Its day in a year of 1 … 9999. Names that countries give different days have the one of the United States.
CalendarDate holiday_in(int holiday, int year);

/// The `nth` weekday of a month, 1 for the first; -1: its last. A fifth one may not exist: ask exists().
CalendarDate nth_weekday(int year, int month, int weekday, int nth);

/// Western Easter.
CalendarDate easter_sunday(int year);

}  // namespace quoth::attribution
