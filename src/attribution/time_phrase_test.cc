#include "attribution/time_phrase.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::attribution {
namespace {

constexpr const char* monday_in_autumn = "2016-11-07";

/// "2016-11-04 weekday": the date and the rule, with "*" where it counts from the story; "none".
std::string read(std::string_view phrase, std::string_view reference = monday_in_autumn) {
  const auto reading = read_time(phrase, parse_iso(reference).value_or(CalendarDate{}));
  if (!reading) return "none";
  return to_iso(reading->date) + " " + reading->rule + (reading->from_story ? "*" : "");
}

std::string date(std::string_view phrase, std::string_view reference = monday_in_autumn) {
  return resolve_time(phrase, parse_iso(reference).value_or(CalendarDate{})).value_or("none");
}

// ------------------------------------------------------ each rule of the table

TEST(TimePhrase, range_names_no_single_date) {
  for (const char* phrase :
       {"from 4 to 22 January, 1995", "between 2014-2018", "Until 1973", "2014-2018",
        "in 2003/2004", "In 2003 and 2004", "Monday and Tuesday", "Monday - Wednesday",
        "November 19-20", "19–20 November", "in May and June", "Oct. 2 - Oct. 5"}) {
    EXPECT_EQ(read(phrase), "none") << phrase;
  }
}

TEST(TimePhrase, bound_names_no_single_date) {
  EXPECT_EQ(read("more than 2 weeks after today"), "none");
  EXPECT_EQ(read("within two days from now"), "none");
}

TEST(TimePhrase, counted_from_day) {
  EXPECT_EQ(read("the day before yesterday"), "2016-11-05 counted_from_day");
  EXPECT_EQ(read("the day after tomorrow"), "2016-11-09 counted_from_day");
  EXPECT_EQ(read("two days before yesterday"), "2016-11-04 counted_from_day");
  EXPECT_EQ(read("three weeks from tomorrow"), "2016-11-29 counted_from_day");
  EXPECT_EQ(read("two days before Christmas"), "2015-12-23 counted_from_day");
  EXPECT_EQ(read("on the day before the Halloween special"), "none");
}

TEST(TimePhrase, counted_weekday) {
  EXPECT_EQ(read("two Mondays ago"), "2016-10-24 counted_weekday");
  EXPECT_EQ(read("two Sundays from now"), "2016-11-20 counted_weekday");
  EXPECT_EQ(read("two Mondays later"), "2016-11-21 counted_weekday");
}

TEST(TimePhrase, counted_is_as_exact_as_its_finest_unit) {
  EXPECT_EQ(read("two days ago"), "2016-11-05 counted");
  EXPECT_EQ(read("Two weeks ago"), "2016-10 counted");
  EXPECT_EQ(read("a month ago"), "2016-10 counted");
  EXPECT_EQ(read("Thirty years ago"), "1986 counted");
  EXPECT_EQ(read("a hundred years ago"), "1916 counted");
  EXPECT_EQ(read("Just over five years ago"), "2011 counted");
  EXPECT_EQ(read("1 month and 21 days ago", "2017-11-23"), "2017-10-02 counted");
  EXPECT_EQ(read("2 years, 1 month and 21 days ago", "2017-11-23"), "2015-10-02 counted");
}

TEST(TimePhrase, counted_in_story) {
  EXPECT_EQ(read("Ten days later"), "2016-11-17 counted_in_story*");
  EXPECT_EQ(read("just a day later"), "2016-11-08 counted_in_story*");
  EXPECT_EQ(read("the day before"), "2016-11-06 counted_in_story*");
  EXPECT_EQ(read("a year earlier"), "2015 counted_in_story*");
  EXPECT_EQ(read("three months after"), "2017-02 counted_in_story*");
  EXPECT_EQ(read("a few days before the election"), "none");
}

TEST(TimePhrase, unit_after_next) {
  EXPECT_EQ(read("the year after next"), "2018 unit_after_next");
  EXPECT_EQ(read("the month after the next"), "2017-01 unit_after_next");
}

TEST(TimePhrase, weekday_of_week) {
  EXPECT_EQ(read("on Tuesday last week"), "2016-11-01 weekday_of_week");
  EXPECT_EQ(read("last week Sunday"), "2016-11-06 weekday_of_week");
  EXPECT_EQ(read("on Friday of next week"), "2016-11-18 weekday_of_week");
}

TEST(TimePhrase, vague_names_no_single_date) {
  for (const char* phrase :
       {"last week", "earlier this week", "over the weekend", "in the 1990s", "the late 1990's",
        "in the '80s", "the seventies", "in recent years", "a few days ago", "a decade ago",
        "before the 2008 election", "for the past year", "Q3 2016", "in the third week of 2027"}) {
    EXPECT_EQ(read(phrase), "none") << phrase;
  }
}

TEST(TimePhrase, month_day_year) {
  EXPECT_EQ(read("on 17 February 2008"), "2008-02-17 month_day_year");
  EXPECT_EQ(read("Feb. 17, 2008"), "2008-02-17 month_day_year");
  EXPECT_EQ(read("on 9th April 2009"), "2009-04-09 month_day_year");
  EXPECT_EQ(read("2019-sep-1"), "2019-09-01 month_day_year");
  EXPECT_EQ(read("tenth of September, two thousand"), "2000-09-10 month_day_year");
  EXPECT_EQ(read("on May 5 last year"), "2015-05-05 month_day_year");
  EXPECT_EQ(read("Tuesday January 12th, 2016 at 4 pm"), "2016-01-12 month_day_year");
}

TEST(TimePhrase, month_day_is_the_latest) {
  EXPECT_EQ(read("on September 7"), "2016-09-07 month_day");
  EXPECT_EQ(read("November 7"), "2016-11-07 month_day");
  EXPECT_EQ(read("on December 20"), "2015-12-20 month_day");
  EXPECT_EQ(read("May twenty-first"), "2016-05-21 month_day");
  EXPECT_EQ(read("after his August 29 meeting"), "2016-08-29 month_day");
  EXPECT_EQ(read("Feb 29", "2019-03-22"), "2016-02-29 month_day");
}

TEST(TimePhrase, month_day_that_comes_soon_is_open) {
  EXPECT_EQ(read("November 8"), "none");
  EXPECT_EQ(read("December 7"), "none");
}

TEST(TimePhrase, month_day_with_another_weekday_is_none) {
  EXPECT_EQ(read("on Tuesday, August 12", "2006-09-15"), "none");
  EXPECT_EQ(read("On Sunday, November 25", "2007-11-27"), "2007-11-25 month_day");
}

TEST(TimePhrase, nth_weekday) {
  EXPECT_EQ(read("the first Friday of July"), "2016-07-01 nth_weekday");
  EXPECT_EQ(read("the second Monday of next month"), "2016-12-12 nth_weekday");
  EXPECT_EQ(read("the last Monday of May 2010"), "2010-05-31 nth_weekday");
  EXPECT_EQ(read("third Tuesday"), "2016-11-15 nth_weekday");
  EXPECT_EQ(read("fifth Sunday"), "none");
}

TEST(TimePhrase, month_year) {
  EXPECT_EQ(read("in August 2012"), "2012-08 month_year");
  EXPECT_EQ(read("In September of 2008"), "2008-09 month_year");
  EXPECT_EQ(read("2016, Nov"), "2016-11 month_year");
  EXPECT_EQ(read("in January of last year"), "2015-01 month_year");
  EXPECT_EQ(read("August 99"), "1999-08 month_year");
  EXPECT_EQ(read("in May '08"), "2008-05 month_year");
}

TEST(TimePhrase, month_by_step) {
  EXPECT_EQ(read("last July"), "2016-07 month_by_step");
  EXPECT_EQ(read("last November"), "2015-11 month_by_step");
  EXPECT_EQ(read("this September"), "2016-09 month_by_step");
  EXPECT_EQ(read("next June"), "2017-06 month_by_step");
}

TEST(TimePhrase, month_is_the_latest) {
  EXPECT_EQ(read("in mid-June"), "2016-06 month");
  EXPECT_EQ(read("in November"), "2016-11 month");
  EXPECT_EQ(read("Back in December"), "2015-12 month");
  EXPECT_EQ(read("in the beginning of May"), "2016-05 month");
}

TEST(TimePhrase, numeric_day_year_first) {
  EXPECT_EQ(read("2015/08/12"), "2015-08-12 numeric_day_year_first");
  EXPECT_EQ(read("2015.5.13"), "2015-05-13 numeric_day_year_first");
}

TEST(TimePhrase, numeric_day_is_in_the_order_of_the_united_states_where_it_can) {
  EXPECT_EQ(read("3/7/2017"), "2017-03-07 numeric_day");
  EXPECT_EQ(read("17/02/2008"), "2008-02-17 numeric_day");
  EXPECT_EQ(read("05/05/89"), "1989-05-05 numeric_day");
  EXPECT_EQ(read("13.5.2015"), "2015-05-13 numeric_day");
  EXPECT_EQ(read("08/12,2015"), "2015-08-12 numeric_day");
  EXPECT_EQ(read("17/17/2008"), "none");
}

TEST(TimePhrase, numeric_month) {
  EXPECT_EQ(read("2016 - 11"), "2016-11 numeric_month");
  EXPECT_EQ(read("3/2015"), "2015-03 numeric_month");
}

TEST(TimePhrase, numeric_month_day) {
  EXPECT_EQ(read("4/22"), "2016-04-22 numeric_month_day");
  EXPECT_EQ(read("22/04"), "2016-04-22 numeric_month_day");
  EXPECT_EQ(read("after 9/11"), "2001-09-11 numeric_month_day");
}

TEST(TimePhrase, holiday_of_year) {
  EXPECT_EQ(read("New Year's Eve 2008"), "2008-12-31 holiday_of_year");
  EXPECT_EQ(read("Easter Sunday 2018"), "2018-04-01 holiday_of_year");
  EXPECT_EQ(read("Thanksgiving last year"), "2015-11-26 holiday_of_year");
}

TEST(TimePhrase, holiday_by_step) {
  EXPECT_EQ(read("last Christmas"), "2015-12-25 holiday_by_step");
  EXPECT_EQ(read("next Halloween"), "2017-10-31 holiday_by_step");
}

TEST(TimePhrase, holiday_is_the_latest) {
  EXPECT_EQ(read("on Christmas Day"), "2015-12-25 holiday");
  EXPECT_EQ(read("on St. Patrick’s Day"), "2016-03-17 holiday");
  EXPECT_EQ(read("On Halloween night"), "2016-10-31 holiday");
  EXPECT_EQ(read("Labor Day"), "2016-09-05 holiday");
}

TEST(TimePhrase, weekday_and_day) {
  EXPECT_EQ(read("Thursday the 21st", "2017-09-27"), "2017-09-21 weekday_and_day");
  EXPECT_EQ(read("Friday the fifteen", "2017-09-27"), "2017-09-15 weekday_and_day");
  EXPECT_EQ(read("Friday 13th"), "2016-05-13 weekday_and_day");
}

TEST(TimePhrase, coming_weekday) {
  EXPECT_EQ(read("this coming Monday"), "2016-11-14 coming_weekday");
  EXPECT_EQ(read("the coming Tuesday"), "2016-11-08 coming_weekday");
}

TEST(TimePhrase, weekday_by_step) {
  EXPECT_EQ(read("last Friday"), "2016-11-04 weekday_by_step");
  EXPECT_EQ(read("last Monday"), "2016-10-31 weekday_by_step");
  EXPECT_EQ(read("this Friday"), "2016-11-11 weekday_by_step");
  EXPECT_EQ(read("next Sunday"), "2016-11-20 weekday_by_step");
}

TEST(TimePhrase, weekday_is_the_latest) {
  EXPECT_EQ(read("on Tuesday"), "2016-11-01 weekday");
  EXPECT_EQ(read("on Monday"), "2016-11-07 weekday");
  EXPECT_EQ(read("early on Saturday morning"), "2016-11-05 weekday");
  EXPECT_EQ(read("On Saturday 1400 BST"), "2016-11-05 weekday");
  EXPECT_EQ(read("Monday night at around 8:30 p.m. local time"), "2016-11-07 weekday");
}

TEST(TimePhrase, day_part) {
  EXPECT_EQ(read("last night"), "2016-11-06 day_part");
  EXPECT_EQ(read("earlier this morning"), "2016-11-07 day_part");
}

TEST(TimePhrase, day_part_in_story) {
  EXPECT_EQ(read("later that evening"), "2016-11-07 day_part_in_story*");
  EXPECT_EQ(read("the following morning"), "2016-11-08 day_part_in_story*");
}

TEST(TimePhrase, day_name) {
  EXPECT_EQ(read("yesterday afternoon"), "2016-11-06 day_name");
  EXPECT_EQ(read("Earlier today"), "2016-11-07 day_name");
  EXPECT_EQ(read("tonight"), "2016-11-07 day_name");
  EXPECT_EQ(read("By 11:00pm PST yesterday"), "2016-11-06 day_name");
}

TEST(TimePhrase, day_of_month_by_step) {
  EXPECT_EQ(read("the 20th of next month"), "2016-12-20 day_of_month_by_step");
  EXPECT_EQ(read("31st of this month"), "none");
}

TEST(TimePhrase, named_year) {
  EXPECT_EQ(read("in the year 247"), "0247 named_year");
  EXPECT_EQ(read("Year two hundred and sixty seven"), "0267 named_year");
}

TEST(TimePhrase, unit_in_story) {
  EXPECT_EQ(read("that day"), "2016-11-07 unit_in_story*");
  EXPECT_EQ(read("the next day"), "2016-11-08 unit_in_story*");
  EXPECT_EQ(read("the following year"), "2017 unit_in_story*");
  EXPECT_EQ(read("earlier in the year"), "2016 unit_in_story*");
}

TEST(TimePhrase, unit_by_step) {
  EXPECT_EQ(read("earlier this month"), "2016-11 unit_by_step");
  EXPECT_EQ(read("last year"), "2015 unit_by_step");
  EXPECT_EQ(read("next month"), "2016-12 unit_by_step");
}

TEST(TimePhrase, day_of_month) {
  EXPECT_EQ(read("the 15th"), "2016-10-15 day_of_month");
  EXPECT_EQ(read("the 7th"), "2016-11-07 day_of_month");
  EXPECT_EQ(read("the 31st", "2016-10-07"), "2016-08-31 day_of_month");
  EXPECT_EQ(read("at first"), "none");
}

TEST(TimePhrase, year) {
  EXPECT_EQ(read("in 2018"), "2018 year");
  EXPECT_EQ(read("in spring 2010"), "2010 year");
  EXPECT_EQ(read("during the 2008 presidential election"), "2008 year");
  EXPECT_EQ(read("nineteen twenty eight"), "1928 year");
}

// -------------------------------------------------------------- what is not read

TEST(TimePhrase, words_that_name_no_time) {
  for (const char* phrase :
       {"", " ", "at the time", "now", "recently", "after the game", "Initially", "at 2:30 P.M.",
        "At 11:38 a.m.", "at seven a.m.", "at around 4.30am",
        "at approximately 6:43 p.m. (eastern time)", "a second time", "this summer", "days later",
        "\xFF\xFE", "’", "999999999999999"}) {
    EXPECT_EQ(read(phrase), "none") << phrase;
  }
}

TEST(TimePhrase, days_that_do_not_exist) {
  EXPECT_EQ(read("Feb 30"), "none");
  EXPECT_EQ(read("2/29/2019"), "none");
  EXPECT_EQ(read("5000 years ago"), "none");
  EXPECT_EQ(read("two thousand and sixteen years ago"), "none");
  EXPECT_EQ(read("ninety nine hundred thousand years and 1 day ago"), "none");
  EXPECT_EQ(read("Christmas", "0001-05-02"), "none");
}

// ------------------------------------------------------- how much is known of now

TEST(TimePhrase, unknown_reference_leaves_what_says_its_year) {
  EXPECT_EQ(date("on February 13, 2007", ""), "2007-02-13");
  EXPECT_EQ(date("August 2019", ""), "2019-08");
  EXPECT_EQ(date("Christmas 2009", ""), "2009-12-25");
  for (const char* phrase : {"on Sunday", "today", "June 13", "in June", "last year", "Christmas",
                             "the 15th", "two years ago", "last May", "next week on Friday",
                             "this morning", "the first Friday of July", "May 5 last year", "4/22",
                             "two Mondays ago", "the 20th of next month", "last Christmas"}) {
    EXPECT_EQ(date(phrase, ""), "none") << phrase;
  }
}

TEST(TimePhrase, coarse_reference_gives_coarse_dates) {
  EXPECT_EQ(date("last year", "2016"), "2015");
  EXPECT_EQ(date("two months ago", "2016-11"), "2016-09");
  EXPECT_EQ(date("two months ago", "2016"), "none");
  EXPECT_EQ(date("in March", "2016"), "2016-03");
  EXPECT_EQ(date("March 5", "2016-11"), "2016-03-05");
  EXPECT_EQ(date("yesterday", "2016-11"), "none");
}

}  // namespace
}  // namespace quoth::attribution
