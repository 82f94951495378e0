#include "attribution/time_answers.h"

#include <algorithm>
#include <vector>

#include "attribution/holidays.h"

namespace quoth::attribution {
namespace {

Answer if_exists(const CalendarDate& date) { return exists(date) ? Answer(date) : std::nullopt; }

}  // namespace

// ------------------------------------------------------------ the latest one

namespace {

/// The last day of the reference: what lies in an unknown part of it counts as past.
CalendarDate end_of(CalendarDate reference) {
  if (reference.month == 0) reference.month = 12;
  if (reference.day == 0) reference.day = days_in_month(reference.year, reference.month);
  return reference;
}

constexpr int longest_gap = 8;  ///< Years between leap days, at a century's end.

Answer latest_month_day(const Phrase& phrase, int month, int day) {
  if (!phrase.has_year()) return std::nullopt;
  for (int back = 0; back <= longest_gap; ++back) {
    const CalendarDate date{phrase.reference.year - back, month, day};
    if (exists(date) && date <= end_of(phrase.reference)) return date;
  }
  return std::nullopt;
}

/// `weekday` of the latest week that has it: up to the reference, or before it.
CalendarDate latest_weekday(const CalendarDate& reference, int weekday, bool before) {
  const CalendarDate from = before ? add_days(reference, -1) : reference;
  return add_days(from, -((weekday_of(from) - weekday + 7) % 7));
}

}  // namespace

// ------------------------------------------------- counts from a known time

namespace {

int sign_of(const Phrase& phrase) { return phrase.has("ago") || phrase.has("before") ? -1 : 1; }

struct Distance {
  int days = 0;
  int months = 0;
  TimeUnit finest = years;
};

/// "2 years 1 month 21 days". A unit without a count is one.
Distance distance_of(const Phrase& phrase) {
  Distance sum;
  int count = 1;
  for (const TimeWord& word : phrase.match.words()) {
    if (word.slot == "number") count = word.value;
    if (word.slot != "unit" && word.slot != "units" && word.slot != "week") continue;
    const TimeUnit unit = static_cast<TimeUnit>(word.value);
    if (unit == days || unit == weeks) sum.days += count * (unit == weeks ? 7 : 1);
    if (unit == months || unit == years) sum.months += count * (unit == years ? 12 : 1);
    sum.finest = std::min(sum.finest, unit);
  }
  return sum;
}

/// Need not exist.
CalendarDate moved(const CalendarDate& from, const Distance& by, int sign) {
  const CalendarDate date = add_months(from, sign * by.months);
  return exists(date) ? add_days(date, sign * by.days) : date;
}

}  // namespace

/// As exact as the finest unit: "two years ago" names a year. A week is too vague for a day: "two weeks ago" names a month.
Answer counted(const Phrase& phrase) {
  const Distance distance = distance_of(phrase);
  CalendarDate date = phrase.reference;
  if (distance.finest == years) {
    date = {date.year + sign_of(phrase) * distance.months / 12, 0, 0};
  } else if (distance.finest == months && phrase.has_month()) {
    date = add_months({date.year, date.month, 0}, sign_of(phrase) * distance.months);
  } else if (phrase.has_day()) {
    date = moved(date, distance, sign_of(phrase));
    if (distance.finest == weeks) date.day = 0;
  } else {
    return std::nullopt;
  }
  return phrase.has_year() ? if_exists(date) : std::nullopt;
}

namespace {

/// The latest day of a holiday up to the reference, or before it.
Answer latest_holiday(const Phrase& phrase, int holiday) {
  if (!phrase.has_year()) return std::nullopt;
  const CalendarDate date = holiday_in(holiday, phrase.reference.year);
  if (date <= end_of(phrase.reference)) return date;
  return if_exists(holiday_in(holiday, phrase.reference.year - 1));
}

}  // namespace

/// "two days before yesterday", "three weeks from tomorrow": from a day, to the day.
Answer counted_from_day(const Phrase& phrase) {
  Answer from;
  if (phrase.has("holiday")) {
    from = latest_holiday(phrase, phrase.value("holiday"));
  } else if (phrase.has_day()) {
    from = add_days(phrase.reference, phrase.value("day-name"));
  }
  if (!from) return std::nullopt;
  return if_exists(moved(*from, distance_of(phrase), sign_of(phrase)));
}

Answer counted_weekday(const Phrase& phrase) {
  if (!phrase.has_day()) return std::nullopt;
  const int more = 7 * (phrase.value("count") - 1);
  const CalendarDate latest = latest_weekday(phrase.reference, phrase.value("weekday"), true);
  if (phrase.has("ago")) return if_exists(add_days(latest, -more));
  const CalendarDate first =
      add_days(latest_weekday(phrase.reference, phrase.value("weekday"), false), 7);
  return if_exists(add_days(first, more));
}

// --------------------------------------------------------- units and weekdays

namespace {

/// The reference's day, month or year, moved by whole ones.
Answer unit_from(const Phrase& phrase, TimeUnit unit, int by) {
  const CalendarDate& reference = phrase.reference;
  if (unit == years && phrase.has_year()) return if_exists({reference.year + by, 0, 0});
  if (unit == months && phrase.has_month()) {
    return if_exists(add_months({reference.year, reference.month, 0}, by));
  }
  if (unit == days && phrase.has_day()) return if_exists(add_days(reference, by));
  return std::nullopt;
}

}  // namespace

Answer unit_by_step(const Phrase& phrase) {
  const int by = phrase.value("step") + phrase.value("following") + phrase.value("past");
  for (const char* slot : {"unit", "day-word", "month-word", "year-word"}) {
    if (phrase.has(slot)) return unit_from(phrase, static_cast<TimeUnit>(phrase.value(slot)), by);
  }
  return std::nullopt;
}

Answer unit_after_next(const Phrase& phrase) {
  if (phrase.value("relative") != 1) return std::nullopt;
  return unit_from(phrase, static_cast<TimeUnit>(phrase.value("unit")), 2);
}

Answer day_name(const Phrase& phrase) { return unit_from(phrase, days, phrase.value("day-name")); }

/// "last night" began on the day before, "this morning" is today's.
Answer day_part(const Phrase& phrase) {
  return unit_from(phrase, days, phrase.value("relative") + phrase.value("following"));
}

Answer weekday_of_week(const Phrase& phrase) {
  if (!phrase.has_day()) return std::nullopt;
  const int from_monday = phrase.value("weekday") - weekday_of(phrase.reference);
  return if_exists(add_days(phrase.reference, from_monday + 7 * phrase.value("step")));
}

/// "last Friday" is the latest one before the reference, the others are counted in weeks.
Answer weekday_by_step(const Phrase& phrase) {
  if (phrase.value("step") >= 0) return weekday_of_week(phrase);
  if (!phrase.has_day()) return std::nullopt;
  return if_exists(latest_weekday(phrase.reference, phrase.value("weekday"), true));
}

Answer coming_weekday(const Phrase& phrase) {
  if (!phrase.has_day()) return std::nullopt;
  return if_exists(add_days(latest_weekday(phrase.reference, phrase.value("weekday"), false), 7));
}

Answer weekday(const Phrase& phrase) {
  if (!phrase.has_day()) return std::nullopt;
  return if_exists(latest_weekday(phrase.reference, phrase.value("weekday"), false));
}

/// "Thursday the 21st": the latest day that is both.
Answer weekday_and_day(const Phrase& phrase) {
  if (!phrase.has_day()) return std::nullopt;
  constexpr int most_weeks = 52;
  CalendarDate date = latest_weekday(phrase.reference, phrase.value("weekday"), false);
  for (int back = 0; back < most_weeks; ++back, date = add_days(date, -7)) {
    if (date.day == phrase.value("day")) return if_exists(date);
  }
  return std::nullopt;
}

// ------------------------------------------------------------------- months

namespace {

/// "this year", "last year"; else the year that the phrase names; 0: neither.
int year_of(const Phrase& phrase) {
  if (phrase.has("year")) return phrase.value("year");
  const int short_year = phrase.value("short-year");
  if (short_year != 0) return full_year(short_year);
  const bool by_step = phrase.has("step") && phrase.has("year-word");
  return by_step && phrase.has_year() ? phrase.reference.year + phrase.value("step") : 0;
}

/// A weekday beside a day that is not given with its year must be that day's.
bool weekday_agrees(const Phrase& phrase, const CalendarDate& date) {
  const auto is_weekday = [](const TimeWord& word) { return word.slot == "weekday"; };
  const auto named = std::find_if(phrase.all.begin(), phrase.all.end(), is_weekday);
  return named == phrase.all.end() || named->value == weekday_of(date);
}

/// A day that is about to come is rather meant than that of the year before.
bool comes_soon(const Phrase& phrase, const CalendarDate& date) {
  constexpr int soon = 31;
  const CalendarDate next = add_years(date, 1);
  return phrase.has_day() && next > phrase.reference && next <= add_days(phrase.reference, soon);
}

}  // namespace

Answer month_day(const Phrase& phrase) {
  const Answer date = latest_month_day(phrase, phrase.value("month"), phrase.value("day"));
  if (!date || comes_soon(phrase, *date) || !weekday_agrees(phrase, *date)) return std::nullopt;
  return date;
}

Answer month_day_year(const Phrase& phrase) {
  return if_exists({year_of(phrase), phrase.value("month"), phrase.value("day")});
}

Answer month_year(const Phrase& phrase) {
  return if_exists({year_of(phrase), phrase.value("month"), 0});
}

/// "last March" is the latest before this month, "next March" the first after it.
Answer month_by_step(const Phrase& phrase) {
  if (!phrase.has_month()) return std::nullopt;
  const int month = phrase.value("month");
  const int step = phrase.value("step");
  const CalendarDate& reference = phrase.reference;
  const bool is_over = step < 0 ? month >= reference.month : month <= reference.month;
  return if_exists({reference.year + (step != 0 && is_over ? step : 0), month, 0});
}

Answer month(const Phrase& phrase) {
  if (!phrase.has_year()) return std::nullopt;
  const int by = phrase.value("month") > end_of(phrase.reference).month ? 1 : 0;
  return if_exists({phrase.reference.year - by, phrase.value("month"), 0});
}

Answer day_of_month_by_step(const Phrase& phrase) {
  const Answer in_month = unit_from(phrase, months, phrase.value("step"));
  if (!in_month) return std::nullopt;
  return if_exists({in_month->year, in_month->month, phrase.value("day")});
}

/// "the 15th": the latest one, in this month or one of the two before, of which one is long enough.
Answer day_of_month(const Phrase& phrase) {
  const TimeWord& word = phrase.match.words()[0];
  const bool is_first =
      word.digits == 0 && word.value == 1;  // "at first", "one": no day of a month.
  if (!phrase.has_day() || is_first) return std::nullopt;
  for (int back = 0; back <= 2; ++back) {
    CalendarDate date = add_months({phrase.reference.year, phrase.reference.month, 0}, -back);
    date.day = phrase.value("day");
    if (exists(date) && date <= phrase.reference) return date;
  }
  return std::nullopt;
}

/// "the first Friday of July 2016", "the second Monday of next month", "the last Monday of May".
Answer nth_weekday_of(const Phrase& phrase) {
  Answer in_month;
  if (phrase.has("month") && year_of(phrase) != 0) {
    in_month = {{year_of(phrase), phrase.value("month"), 0}};
  } else {
    in_month =
        phrase.has("month") ? month(phrase) : unit_from(phrase, months, phrase.value("step"));
  }
  if (!in_month || in_month->year > 9999) return std::nullopt;
  const int nth = phrase.has("ordinal") ? phrase.value("ordinal") : -1;
  return if_exists(nth_weekday(in_month->year, in_month->month, phrase.value("weekday"), nth));
}

// -------------------------------------------------------------- numbers alone

namespace {

/// Month before day, as in the United States, unless the first is above 12.
CalendarDate by_order(int year, int first, int second) {
  return first > 12 ? CalendarDate{year, second, first} : CalendarDate{year, first, second};
}

std::vector<int> numbers_of(const Phrase& phrase) {
  std::vector<int> numbers;
  for (const TimeWord& word : phrase.match.words()) {
    if (word.slot == "number") numbers.push_back(word.value);
  }
  return numbers;
}

}  // namespace

Answer numeric_day(const Phrase& phrase) {
  const std::vector<int> numbers = numbers_of(phrase);
  return if_exists(by_order(full_year(numbers[2]), numbers[0], numbers[1]));
}

Answer numeric_day_year_first(const Phrase& phrase) {
  const std::vector<int> numbers = numbers_of(phrase);
  return if_exists({numbers[0], numbers[1], numbers[2]});
}

Answer numeric_month(const Phrase& phrase) {
  return if_exists({year_of(phrase), phrase.value("month-number"), 0});
}

Answer numeric_month_day(const Phrase& phrase) {
  const std::vector<int> numbers = numbers_of(phrase);
  const CalendarDate date = by_order(0, numbers[0], numbers[1]);
  if (numbers[0] == 9 && numbers[1] == 11) return {{2001, 9, 11}};  // News name the day so.
  return latest_month_day(phrase, date.month, date.day);
}

// --------------------------------------------------------- holidays and years

Answer holiday(const Phrase& phrase) { return latest_holiday(phrase, phrase.value("holiday")); }

Answer holiday_of_year(const Phrase& phrase) {
  const int year = year_of(phrase);
  return year == 0 ? std::nullopt : if_exists(holiday_in(phrase.value("holiday"), year));
}

Answer holiday_by_step(const Phrase& phrase) {
  if (!phrase.has_day()) return std::nullopt;
  const int step = phrase.value("step");
  const CalendarDate date = holiday_in(phrase.value("holiday"), phrase.reference.year);
  const bool is_over = step < 0 ? date >= phrase.reference : date <= phrase.reference;
  const int by = step != 0 && is_over ? step : 0;
  return if_exists(holiday_in(phrase.value("holiday"), phrase.reference.year + by));
}

Answer year(const Phrase& phrase) { return if_exists({phrase.value("year"), 0, 0}); }

/// "the year 247"
Answer named_year(const Phrase& phrase) { return if_exists({phrase.value("number"), 0, 0}); }

Answer nothing(const Phrase&) { return std::nullopt; }

}  // namespace quoth::attribution
