#include "attribution/calendar_date.h"

#include <algorithm>

namespace quoth::attribution {
namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int floor_divide(int number, int by) { return number / by - (number % by < 0 ? 1 : 0); }

/// The number that `text` starts with, of exactly `width` digits, which are taken off it; -1: none.
int take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return -1;
  int number = 0;
  for (const char c : text.substr(0, width)) {
    if (c < '0' || c > '9') return -1;
    number = 10 * number + (c - '0');
  }
  text.remove_prefix(width);
  return number;
}

/// "-" and two digits: 0 where there is no "-", -1 where no digits follow it.
int take_part(std::string_view& text) {
  if (!text.starts_with('-')) return 0;
  text.remove_prefix(1);
  const int part = take_digits(text, 2);
  return part == 0 ? -1 : part;
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace

int days_in_month(int year, int month) noexcept {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

bool exists(const CalendarDate& date) noexcept {
  if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12) return false;
  if (date.month == 0) return date.day == 0;
  return date.day >= 0 && date.day <= days_in_month(date.year, date.month);
}

// Both directions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years start in March, so that the
// leap day ends them, and repeat after 400.
int days_from_civil(const CalendarDate& date) noexcept {
  const int year = date.year - (date.month <= 2 ? 1 : 0);
  const int era = floor_divide(year, 400);
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CalendarDate civil_from_days(int days) noexcept {
  const int shifted = days + 719468;
  const int era = floor_divide(shifted, 146097);
  const int day_of_era = shifted - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int weekday_of(const CalendarDate& date) noexcept {
  const int from_thursday = days_from_civil(date) % 7;  // 1970-01-01 was a Thursday.
  return (from_thursday + 7 + 3) % 7;
}

CalendarDate add_days(const CalendarDate& date, int days) noexcept {
  return civil_from_days(days_from_civil(date) + days);
}

CalendarDate add_months(const CalendarDate& date, int months) noexcept {
  const int count = date.year * 12 + date.month - 1 + months;
  CalendarDate sum{floor_divide(count, 12), 0, 0};
  sum.month = count - sum.year * 12 + 1;
  sum.day = std::min(date.day, days_in_month(sum.year, sum.month));
  return sum;
}

CalendarDate add_years(const CalendarDate& date, int years) noexcept {
  if (date.month != 0) return add_months(date, 12 * years);
  return {date.year + years, 0, 0};
}

int full_year(int year) noexcept {
  if (year >= 100) return year;
  return year + (year < 40 ? 2000 : 1900);
}

std::optional<CalendarDate> parse_iso(std::string_view text) {
  CalendarDate date;
  date.year = take_digits(text, 4);
  date.month = take_part(text);
  if (date.month > 0) date.day = take_part(text);
  const bool ends = text.empty() || (date.day > 0 && (text[0] == 'T' || text[0] == ' '));
  if (!ends || date.day < 0 || !exists(date)) return std::nullopt;
  return date;
}

std::string to_iso(const CalendarDate& date) {
  if (date.year == 0) return {};
  std::string iso = padded(date.year, 4);
  if (date.month != 0) iso += '-' + padded(date.month, 2);
  if (date.day != 0) iso += '-' + padded(date.day, 2);
  return iso;
}

}  // namespace quoth::attribution
