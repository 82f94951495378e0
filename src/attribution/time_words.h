#pragma once

#include <string_view>
#include <vector>

namespace quoth::attribution {

/// Units of time, as TimeWord::value.
enum TimeUnit { days, weeks, months, years };

/// One word of a time phrase that says something of the date. `slot` is the kind of word and lives for ever:
///
///   slot       value                    words
///   number     the number               "15", "ten", "2018"
///   ordinal    the number               "15th", "twenty first"
///   month      1 … 12                   "May", "Sept."
///   weekday    monday … sunday          "Monday", "Tue"
///   holiday    for holiday_in()         "New Year's Eve"
///   day-name   days from the reference  "yesterday"
///   unit       TimeUnit                 "day", "month", "year"
///   units      TimeUnit                 "days", "months", "years"
///   week       weeks                    "week", "weeks"
///   relative   -1, 0, 1                 "last", "this", "next"
///   day-part   0                        "night", after a word of the three kinds around it, else skipped
///   that, coming, past, following, ago, later, hence, before, after, from, now, and, dash, slash, dot, range
///   blocker    0                        a word by which the phrase names no single day, month or year: "decade", "few"
///   bound      0                        a word that makes a count of time a span: "within", "for", "more" than
///   word       0                        any other
struct TimeWord {
  std::string_view slot;
  int value = 0;
  int digits = 0;  ///< How many the number is written in; 0: in words.
};

/// The words of a phrase, without articles, prepositions and times of day: "early on Monday at 8:00 a.m. local time" is
/// one weekday.
std::vector<TimeWord> time_words(std::string_view phrase);

}  // namespace quoth::attribution
