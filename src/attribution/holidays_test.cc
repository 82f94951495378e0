#include "attribution/holidays.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace quoth::attribution {
namespace {

HolidayName name_in(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return holiday_name(words);
}

std::string day_of(const std::string& name, int year) {
  const HolidayName found = name_in(name);
  return found.words == 0 ? "none" : to_iso(holiday_in(found.holiday, year));
}

TEST(Holidays, fixed_days) {
  EXPECT_EQ(day_of("christmas day", 2015), "2015-12-25");
  EXPECT_EQ(day_of("new years eve", 2008), "2008-12-31");
  EXPECT_EQ(day_of("st patricks day", 2007), "2007-03-17");
}

TEST(Holidays, weekdays_of_a_month) {
  EXPECT_EQ(day_of("thanksgiving", 2015), "2015-11-26");
  EXPECT_EQ(day_of("labor day", 2010), "2010-09-06");
  EXPECT_EQ(day_of("memorial day", 2010), "2010-05-31");
  EXPECT_EQ(day_of("martin luther king jr day", 2018), "2018-01-15");
  EXPECT_EQ(day_of("black friday", 2010), "2010-11-26");
  EXPECT_EQ(day_of("cyber monday", 2018), "2018-11-26");
  EXPECT_EQ(day_of("election day", 2010), "2010-11-02");
  EXPECT_EQ(day_of("election day", 2016), "2016-11-08");
}

TEST(Holidays, days_by_easter) {
  EXPECT_EQ(day_of("easter", 2018), "2018-04-01");
  EXPECT_EQ(day_of("easter sunday", 2000), "2000-04-23");
  EXPECT_EQ(day_of("easter", 2038), "2038-04-25");
  EXPECT_EQ(day_of("good friday", 2011), "2011-04-22");
  EXPECT_EQ(day_of("ash wednesday", 2012), "2012-02-22");
}

TEST(Holidays, the_longest_name_counts) {
  EXPECT_EQ(name_in("christmas eve 2008").words, 2U);
  EXPECT_EQ(day_of("easter monday", 2011), "2011-04-25");
}

TEST(Holidays, a_final_s_may_be_missing_or_too_many) {
  EXPECT_EQ(day_of("new year eve", 2015), "2015-12-31");
  EXPECT_EQ(day_of("president day", 2017), "2017-02-20");
}

TEST(Holidays, other_words_are_none) {
  EXPECT_EQ(day_of("day", 2010), "none");
  EXPECT_EQ(day_of("new", 2010), "none");
  EXPECT_EQ(day_of("", 2010), "none");
}

TEST(Holidays, a_fifth_weekday_may_not_exist) {
  EXPECT_FALSE(exists(nth_weekday(2017, 9, sunday, 5)));
  EXPECT_TRUE(exists(nth_weekday(2017, 10, sunday, 5)));
}

}  // namespace
}  // namespace quoth::attribution
