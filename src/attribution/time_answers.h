#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "attribution/calendar_date.h"
#include "attribution/time_shape.h"
#include "attribution/time_words.h"

namespace quoth::attribution {

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

/// A day, month or year that exists, or nothing.
using Answer = std::optional<CalendarDate>;

// The dates that the rules of time_phrase.cc give, each for phrases of its shapes.
Answer nothing(const Phrase& phrase);
Answer counted_from_day(const Phrase& phrase);
Answer counted_weekday(const Phrase& phrase);
Answer counted(const Phrase& phrase);
Answer unit_after_next(const Phrase& phrase);
Answer weekday_of_week(const Phrase& phrase);
Answer month_day_year(const Phrase& phrase);
Answer month_day(const Phrase& phrase);
Answer nth_weekday_of(const Phrase& phrase);
Answer month_year(const Phrase& phrase);
Answer month_by_step(const Phrase& phrase);
Answer month(const Phrase& phrase);
Answer numeric_day_year_first(const Phrase& phrase);
Answer numeric_day(const Phrase& phrase);
Answer numeric_month(const Phrase& phrase);
Answer numeric_month_day(const Phrase& phrase);
Answer holiday_of_year(const Phrase& phrase);
Answer holiday_by_step(const Phrase& phrase);
Answer holiday(const Phrase& phrase);
Answer weekday_and_day(const Phrase& phrase);
Answer coming_weekday(const Phrase& phrase);
Answer weekday_by_step(const Phrase& phrase);
Answer weekday(const Phrase& phrase);
Answer day_part(const Phrase& phrase);
Answer day_name(const Phrase& phrase);
Answer day_of_month_by_step(const Phrase& phrase);
Answer named_year(const Phrase& phrase);
Answer unit_by_step(const Phrase& phrase);
Answer day_of_month(const Phrase& phrase);
Answer year(const Phrase& phrase);

}  // namespace quoth::attribution
