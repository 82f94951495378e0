// A phrase becomes words that each fill a slot ("month", "ago": time_words.h), and rules look for their shapes among them
// ("month day year": time_shape.h). The first rule of the table below that has one of its shapes in the phrase decides: what
// it cannot date, later rules must not date less exactly ("Feb. 30" is not February).

#include "attribution/time_phrase.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

#include "attribution/holidays.h"
#include "attribution/time_shape.h"

namespace quoth::attribution {
namespace {

using Answer = std::optional<CalendarDate>;

Answer if_exists(const CalendarDate& date) { return exists(date) ? Answer(date) : std::nullopt; }

/// A rule's words, and what they are reckoned from.
struct Phrase {
  const ShapeMatch& match;
  std::span<const TimeWord> all;
  const CalendarDate& reference;

  int value(std::string_view slot) const { return match.value(slot); }
  bool has(std::string_view slot) const { return match.has(slot); }
  bool has_day() const { return reference.day != 0; }
  bool has_month() const { return reference.month != 0; }
  bool has_year() const { return reference.year != 0; }
};

// ------------------------------------------------------------ the latest one

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

// ------------------------------------------------- counts from a known time

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

/// The latest day of a holiday up to the reference, or before it.
Answer latest_holiday(const Phrase& phrase, int holiday) {
  if (!phrase.has_year()) return std::nullopt;
  const CalendarDate date = holiday_in(holiday, phrase.reference.year);
  if (date <= end_of(phrase.reference)) return date;
  return if_exists(holiday_in(holiday, phrase.reference.year - 1));
}

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

// ----------------------------------------------------------------- the table

struct TimeRule {
  const char* name;
  bool from_story;
  Answer (*date)(const Phrase& phrase);
  std::initializer_list<const char*> shapes;
};

const TimeRule rules[] = {
    {"range",
     false,
     nothing,
     {"range", "year and year", "year dash year", "year slash year", "weekday and weekday",
      "weekday weekday", "month and month", "day and day", "month day dash day",
      "day dash day month", "month day month day"}},
    {"bound",
     false,
     nothing,
     {"bound count any-unit before day-name", "bound count any-unit after day-name",
      "bound count any-unit from day-name", "bound count any-unit from now"}},
    {"counted_from_day",
     false,
     counted_from_day,
     {"count any-unit before day-name", "count any-unit after day-name",
      "count any-unit from day-name", "unit before day-name", "unit after day-name",
      "count any-unit before holiday $", "count any-unit after holiday $", "unit before holiday $",
      "unit after holiday $"}},
    {"counted_weekday",
     false,
     counted_weekday,
     {"count weekday from now", "count weekday later", "count weekday hence", "count weekday ago"}},
    {"counted",
     false,
     counted,
     {"count any-unit count any-unit count any-unit ago", "count any-unit count any-unit ago",
      "count any-unit ago", "count any-unit from now", "count any-unit hence"}},
    {"counted_in_story",
     true,
     counted,
     {"count any-unit count any-unit count any-unit later", "count any-unit count any-unit later",
      "count any-unit later", "count any-unit before $", "count any-unit after $", "unit before $",
      "unit after $"}},
    {"unit_after_next", false, unit_after_next, {"unit after relative"}},
    {"weekday_of_week",
     false,
     weekday_of_week,
     {"weekday step week", "step week weekday", "weekday of step week"}},
    {"vague", false, nothing, {"blocker", "bound", "before", "week"}},
    {"month_day_year",
     false,
     month_day_year,
     {"month day year", "day month year", "year month day", "month day step year-word",
      "day month step year-word"}},
    {"month_day", false, month_day, {"month day", "day month"}},
    {"nth_weekday",
     false,
     nth_weekday_of,
     {"ordinal weekday month year", "ordinal weekday month", "ordinal weekday step month-word",
      "relative weekday month year", "relative weekday month", "ordinal weekday $"}},
    {"month_year",
     false,
     month_year,
     {"month year", "year month", "month short-year", "month step year-word"}},
    {"month_by_step", false, month_by_step, {"step month"}},
    {"month", false, month, {"month"}},
    {"numeric_day_year_first",
     false,
     numeric_day_year_first,
     {"year sign month-number sign number"}},
    {"numeric_day",
     false,
     numeric_day,
     {"number sign number sign number", "number slash number year",
      "month-number slash day number"}},
    {"numeric_month", false, numeric_month, {"year sign month-number", "month-number sign year"}},
    {"numeric_month_day",
     false,
     numeric_month_day,
     {"month-number sign day", "day sign month-number"}},
    {"holiday_of_year", false, holiday_of_year, {"holiday year", "holiday step year-word"}},
    {"holiday_by_step", false, holiday_by_step, {"step holiday"}},
    {"holiday", false, holiday, {"holiday"}},
    {"weekday_and_day", false, weekday_and_day, {"weekday day"}},
    {"coming_weekday", false, coming_weekday, {"coming weekday"}},
    {"weekday_by_step", false, weekday_by_step, {"step weekday"}},
    {"weekday", false, weekday, {"weekday"}},
    {"day_part", false, day_part, {"relative day-part"}},
    {"day_part_in_story", true, day_part, {"that day-part", "following day-part"}},
    {"day_name", false, day_name, {"day-name"}},
    {"day_of_month_by_step", false, day_of_month_by_step, {"day step month-word"}},
    {"named_year", false, named_year, {"year-word number"}},
    {"unit_in_story",
     true,
     unit_by_step,
     {"that unit", "following unit", "step day-word", "^ unit $"}},
    {"unit_by_step", false, unit_by_step, {"step month-word", "step year-word", "past day-word"}},
    {"day_of_month", false, day_of_month, {"^ day $"}},
    {"year", false, year, {"year"}},
};

}  // namespace

std::optional<TimeReading> read_time(std::string_view phrase, const CalendarDate& reference) {
  const std::vector<TimeWord> words = time_words(phrase);
  for (const TimeRule& rule : rules) {
    for (const char* shape : rule.shapes) {
      const auto match = ShapeMatch::find(shape, words);
      if (!match) continue;
      const Answer date = rule.date(Phrase{*match, words, reference});
      return date ? std::optional(TimeReading{*date, rule.name, rule.from_story}) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::string> resolve_time(std::string_view phrase, const CalendarDate& reference) {
  const auto reading = read_time(phrase, reference);
  return reading ? std::optional(to_iso(reading->date)) : std::nullopt;
}

}  // namespace quoth::attribution
