#include "attribution/holidays.h"

#include <iterator>
#include <string_view>

namespace quoth::attribution {
namespace {

enum class Reckoning { fixed, weekday, easter };

/// fixed: `month` and `day`; weekday: the `day`th `weekday` of `month`; easter: its Sunday. Then `days_after` are added.
struct Holiday {
  std::string_view name;  ///< Without apostrophes; "saint" for "st".
  Reckoning reckoning;
  int month;
  int day;
  int weekday;
  int days_after;
};

constexpr Holiday fixed(std::string_view name, int month, int day) {
  return {name, Reckoning::fixed, month, day, 0, 0};
}

constexpr Holiday on_weekday(std::string_view name, int month, int weekday, int nth,
                             int days_after = 0) {
  return {name, Reckoning::weekday, month, nth, weekday, days_after};
}

constexpr Holiday by_easter(std::string_view name, int days_after) {
  return {name, Reckoning::easter, 0, 0, 0, days_after};
}

constexpr int tuesday = 1;
constexpr int thursday = 3;
constexpr int last = -1;

constexpr Holiday holidays[] = {
    fixed("new years day", 1, 1),
    fixed("inauguration day", 1, 20),
    fixed("australia day", 1, 26),
    fixed("groundhog day", 2, 2),
    fixed("valentines day", 2, 14),
    fixed("international womens day", 3, 8),
    fixed("saint patricks day", 3, 17),
    fixed("april fools day", 4, 1),
    fixed("earth day", 4, 22),
    fixed("anzac day", 4, 25),
    fixed("may day", 5, 1),
    fixed("juneteenth", 6, 19),
    fixed("canada day", 7, 1),
    fixed("independence day", 7, 4),
    fixed("bastille day", 7, 14),
    fixed("halloween", 10, 31),
    fixed("all saints day", 11, 1),
    fixed("bonfire night", 11, 5),
    fixed("veterans day", 11, 11),
    fixed("remembrance day", 11, 11),
    fixed("armistice day", 11, 11),
    fixed("christmas eve", 12, 24),
    fixed("christmas day", 12, 25),
    fixed("christmas", 12, 25),
    fixed("boxing day", 12, 26),
    fixed("new years eve", 12, 31),
    on_weekday("martin luther king jr day", 1, monday, 3),
    on_weekday("martin luther king day", 1, monday, 3),
    on_weekday("mlk day", 1, monday, 3),
    on_weekday("presidents day", 2, monday, 3),
    on_weekday("mothers day", 5, sunday, 2),
    on_weekday("memorial day", 5, monday, last),
    on_weekday("fathers day", 6, sunday, 3),
    on_weekday("labor day", 9, monday, 1),
    on_weekday("columbus day", 10, monday, 2),
    on_weekday("election day", 11, monday, 1, tuesday - monday),
    on_weekday("thanksgiving", 11, thursday, 4),
    on_weekday("thanksgiving day", 11, thursday, 4),
    on_weekday("thanks giving day", 11, thursday, 4),
    on_weekday("black friday", 11, thursday, 4, 1),
    on_weekday("cyber monday", 11, thursday, 4, 4),
    by_easter("ash wednesday", -46),
    by_easter("palm sunday", -7),
    by_easter("maundy thursday", -3),
    by_easter("good friday", -2),
    by_easter("easter sunday", 0),
    by_easter("easter monday", 1),
    by_easter("easter", 0),
    by_easter("ascension day", 39),
    by_easter("pentecost", 49),
};

std::string_view without_s(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return word;
}

/// How many words `name` takes at the start of `words`; 0: it does not stand there.
std::size_t words_of_name(std::string_view name, std::span<const std::string> words) {
  std::size_t taken = 0;
  while (!name.empty()) {
    if (taken == words.size()) return 0;
    const std::string_view wanted = name.substr(0, name.find(' '));
    const std::string_view word = words[taken] == "st" ? "saint" : std::string_view(words[taken]);
    if (without_s(word) != without_s(wanted)) return 0;
    name.remove_prefix(wanted.size() == name.size() ? wanted.size() : wanted.size() + 1);
    ++taken;
  }
  return taken;
}

CalendarDate start_of(const Holiday& holiday, int year) {
  switch (holiday.reckoning) {
    case Reckoning::fixed:
      return {year, holiday.month, holiday.day};
    case Reckoning::weekday:
      return nth_weekday(year, holiday.month, holiday.weekday, holiday.day);
    case Reckoning::easter:
      return easter_sunday(year);
  }
  return {};
}

}  // namespace

HolidayName holiday_name(std::span<const std::string> words) {
  HolidayName found;
  for (std::size_t k = 0; k < std::size(holidays); ++k) {
    const std::size_t taken = words_of_name(holidays[k].name, words);
    if (taken > found.words) found = {static_cast<int>(k), taken};
  }
  return found;
}

CalendarDate holiday_in(int holiday, int year) {
  const Holiday& one = holidays[holiday];
  return add_days(start_of(one, year), one.days_after);
}

CalendarDate nth_weekday(int year, int month, int weekday, int nth) {
  const int days = days_in_month(year, month);
  const int first = (weekday - weekday_of({year, month, 1}) + 7) % 7 + 1;
  if (nth < 0) return {year, month, first + (days - first) / 7 * 7};
  return {year, month, first + (nth - 1) * 7};
}

// The anonymous algorithm that Nature printed in 1876; its letters are those of Meeus, "Astronomical Algorithms", chapter 8.
CalendarDate easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return {year, sum / 31, sum % 31 + 1};
}

}  // namespace quoth::attribution
