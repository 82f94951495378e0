#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::attribution {

/// A day, a month or a year of the proleptic Gregorian calendar.
///
///   {2011, 5, 2}   2 May 2011     "2011-05-02"
///   {2011, 5, 0}   May 2011       "2011-05"
///   {2011, 0, 0}   the year 2011  "2011"
///   {0, 0, 0}      unknown        ""
struct CalendarDate {
  int year = 0;   ///< 1 … 9999; 0: unknown.
  int month = 0;  ///< 1 … 12; 0: unknown, then the day is too.
  int day = 0;    ///< 1 … 31; 0: unknown.

  auto operator<=>(const CalendarDate&) const = default;
};

constexpr int monday = 0;  ///< Weekdays count from here to sunday.
constexpr int sunday = 6;

/// Whether there is such a day, month or year. 30 February and {0, 0, 0} are none.
bool exists(const CalendarDate& date) noexcept;

/// 28 … 31. `month` is 1 … 12.
int days_in_month(int year, int month) noexcept;

/// Days since 1970-01-01, negative before it. The date must be a day.
int days_from_civil(const CalendarDate& date) noexcept;

/// Inverse of days_from_civil. The year may lie outside 1 … 9999: ask exists().
CalendarDate civil_from_days(int days) noexcept;

/// monday … sunday. The date must be a day.
int weekday_of(const CalendarDate& date) noexcept;

/// The date must be a day. The result may lie outside the years 1 … 9999: ask exists().
CalendarDate add_days(const CalendarDate& date, int days) noexcept;

/// The date must have a month. A day that the other month lacks becomes its last: a month before 31 March is 28 February.
CalendarDate add_months(const CalendarDate& date, int months) noexcept;

/// 29 February becomes the 28th where the other year lacks it.
CalendarDate add_years(const CalendarDate& date, int years) noexcept;

/// The year that its last two digits mean, 1940 … 2039; others are years as they are.
int full_year(int year) noexcept;

/// Reads "2011-05-02", "2011-05", "2011" and the date of a timestamp ("2011-05-02T10:00:00Z", "2011-05-02 10:00").
/// Nothing for other text and for days that do not exist.
std::optional<CalendarDate> parse_iso(std::string_view text);

/// At the date's own precision; "" for an unknown one.
std::string to_iso(const CalendarDate& date);

}  // namespace quoth::attribution
