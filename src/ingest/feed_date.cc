#include "ingest/feed_date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace quoth::ingest {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<std::string> day(int year, int month, int day_of_month) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day_of_month))};
  if (!date.ok() || year < 1600 || year > 2999) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// A run of digits or of letters.
std::string_view take_token(std::string_view& rest) {
  while (!rest.empty() && !is_digit(rest.front()) && !is_letter(rest.front()))
    rest.remove_prefix(1);
  std::size_t size = 0;
  const bool digits = !rest.empty() && is_digit(rest.front());
  while (size < rest.size() && (digits ? is_digit(rest[size]) : is_letter(rest[size]))) ++size;
  const std::string_view token = rest.substr(0, size);
  rest.remove_prefix(size);
  return token;
}

/// 1 to 12, or 0.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t k = 0; k < months.size(); ++k) {
    bool same = true;
    for (std::size_t c = 0; c < 3; ++c) same = same && (word[c] | 0x20) == months[k][c];
    if (same) return static_cast<int>(k) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  static constexpr std::string_view days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (const std::string_view name : days) {
    if (word.size() >= 3 && (word[0] | 0x20) == name[0] && (word[1] | 0x20) == name[1] &&
        (word[2] | 0x20) == name[2])
      return true;
  }
  return false;
}

std::optional<std::string> by_rfc3339(std::string_view date) {
  const auto digits = [&](std::size_t at, std::size_t size) {
    bool all = at + size <= date.size();
    for (std::size_t k = at; all && k < at + size; ++k) all = is_digit(date[k]);
    return all;
  };
  if (date.size() < 10 || !digits(0, 4) || date[4] != '-' || !digits(5, 2) || date[7] != '-' ||
      !digits(8, 2))
    return {};
  if (date.size() > 10 && date[10] != 'T' && date[10] != 't' && date[10] != ' ') return {};
  return day(number(date.substr(0, 4)), number(date.substr(5, 2)), number(date.substr(8, 2)));
}

std::optional<std::string> by_rfc822(std::string_view date) {
  std::string_view token = take_token(date);
  // "Sun" is no month and "Mon" none; all others differ too.
  if (is_weekday(token) && month_of(token) == 0) token = take_token(date);
  const bool month_first = month_of(token) != 0;
  const std::string_view second = take_token(date);
  const std::string_view day_token = month_first ? second : token;
  const int month = month_of(month_first ? token : second);
  const std::string_view year_token = take_token(date);
  if (month == 0 || day_token.empty() || day_token.size() > 2 || !is_digit(day_token.front()) ||
      year_token.empty() || !is_digit(year_token.front()))
    return {};
  int year = number(year_token.substr(0, 4));
  if (year_token.size() == 2) {
    year += year < 50 ? 2000 : 1900;
  } else if (year_token.size() != 4) {
    return {};
  }
  return day(year, month, number(day_token));
}

}  // namespace

std::optional<std::string> day_of_feed_date(std::string_view date) {
  while (!date.empty() && (date.front() == ' ' || date.front() == '\n' || date.front() == '\t' ||
                           date.front() == '\r'))
    date.remove_prefix(1);
  if (auto found = by_rfc3339(date)) return found;
  return by_rfc822(date.substr(0, 64));
}

}  // namespace quoth::ingest
