// A phrase becomes words that each fill a slot ("month", "ago": time_words.h), and rules look for their shapes among them
// ("month day year": time_shape.h). The first rule of the table below that has one of its shapes in the phrase decides: what
// it cannot date, later rules must not date less exactly ("Feb. 30" is not February).

#include "attribution/time_phrase.h"

#include <initializer_list>
#include <vector>

#include "attribution/time_answers.h"

namespace quoth::attribution {
namespace {

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
