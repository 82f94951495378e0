#include "attribution/calendar_date.h"

#include <gtest/gtest.h>

namespace quoth::attribution {
namespace {

std::string read(std::string_view text) {
  const auto date = parse_iso(text);
  return date ? to_iso(*date) : "none";
}

TEST(CalendarDate, iso_text_keeps_its_precision) {
  EXPECT_EQ(read("2011-05-02"), "2011-05-02");
  EXPECT_EQ(read("2011-05"), "2011-05");
  EXPECT_EQ(read("2011"), "2011");
  EXPECT_EQ(read("0247"), "0247");
  EXPECT_EQ(to_iso({}), "");
}

TEST(CalendarDate, iso_text_may_go_on_as_a_timestamp) {
  EXPECT_EQ(read("2011-05-02T10:00:00Z"), "2011-05-02");
  EXPECT_EQ(read("2011-05-02 10:00"), "2011-05-02");
}

TEST(CalendarDate, other_text_is_no_date) {
  for (const char* text :
       {"", "201", "2011-", "2011-5", "2011-05-", "2011-05-2", "2011-05-02x", "20110502", "2011-13",
        "2011-00", "2011-02-29", "2011-04-31", "2011-05-00", "0000", "2011-05T10:00"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(CalendarDate, leap_days_exist_every_four_years_but_for_centuries) {
  EXPECT_TRUE(exists({2012, 2, 29}));
  EXPECT_TRUE(exists({2000, 2, 29}));
  EXPECT_FALSE(exists({1900, 2, 29}));
  EXPECT_FALSE(exists({2011, 2, 29}));
}

TEST(CalendarDate, days_count_from_1970) {
  EXPECT_EQ(days_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(days_from_civil({2000, 3, 1}), 11017);
  EXPECT_EQ(days_from_civil({1969, 12, 31}), -1);
}

// The slow obvious version: from each day to the next by the lengths of months.
TEST(CalendarDate, days_run_through_all_years) {
  int days = days_from_civil({1, 1, 1});
  int weekday = monday;  // 1 January of the year 1 in the proleptic Gregorian calendar.
  for (int year = 1; year <= 3000; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++days) {
        const CalendarDate date{year, month, day};
        ASSERT_EQ(days_from_civil(date), days);
        ASSERT_EQ(civil_from_days(days), date);
        ASSERT_EQ(weekday_of(date), weekday);
        weekday = (weekday + 1) % 7;
      }
    }
  }
}

TEST(CalendarDate, months_end_at_their_last_day) {
  EXPECT_EQ(to_iso(add_months({2011, 3, 31}, -1)), "2011-02-28");
  EXPECT_EQ(to_iso(add_months({2011, 1, 0}, -1)), "2010-12");
  EXPECT_EQ(to_iso(add_months({2011, 11, 15}, 14)), "2013-01-15");
  EXPECT_EQ(to_iso(add_years({2012, 2, 29}, -1)), "2011-02-28");
  EXPECT_EQ(to_iso(add_years({2012, 0, 0}, -30)), "1982");
  EXPECT_EQ(to_iso(add_days({2012, 3, 1}, -1)), "2012-02-29");
}

TEST(CalendarDate, sums_may_leave_the_years_that_exist) {
  EXPECT_FALSE(exists(add_years({2012, 0, 0}, -2012)));
  EXPECT_FALSE(exists(add_days({1, 1, 1}, -1)));
  EXPECT_FALSE(exists(add_months({9999, 12, 0}, 1)));
}

}  // namespace
}  // namespace quoth::attribution
