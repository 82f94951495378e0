#include "attribution/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::attribution {
namespace {

std::string dated(std::string_view text) {
  return to_iso(dateline_of(text).value_or(CalendarDate{}));
}

std::string last_in(std::string_view text) {
  return to_iso(last_date_in(text, text.size()).value_or(CalendarDate{}));
}

TEST(Dateline, date_line_is_the_first_line_alone) {
  EXPECT_EQ(dated("Monday, February 5, 2007\n\nThe mayor said so."), "2007-02-05");
  EXPECT_EQ(dated("\n  5 February 2007\r\nThe mayor said so."), "2007-02-05");
  EXPECT_EQ(dated("The mayor spoke.\n\nMonday, February 5, 2007\n"), "");
  EXPECT_EQ(dated("On Monday, February 5, 2007, the mayor said so."), "");
}

TEST(Dateline, dateline_ends_with_a_dash) {
  EXPECT_EQ(dated("LONDON, Feb. 5, 2007 — The mayor said so."), "2007-02-05");
  EXPECT_EQ(dated("LONDON, Feb. 5, 2007 (Reuters) – The mayor said so."), "2007-02-05");
  EXPECT_EQ(dated("Zürich (5 February 2007) -- The mayor said so."), "2007-02-05");
}

TEST(Dateline, without_a_whole_date_there_is_none) {
  EXPECT_EQ(dated("LONDON, Feb. 5 — The mayor said so."), "");
  EXPECT_EQ(dated("LONDON, 2007 — The mayor said so."), "");
  EXPECT_EQ(dated("LONDON, Feb. 30, 2007 — The mayor said so."), "");
  EXPECT_EQ(dated(""), "");
  EXPECT_EQ(dated("\n \n"), "");
}

TEST(Dateline, last_date_may_stand_anywhere_before) {
  const std::string text = "On May 2, 2011 she left. She came back on 3 June 2011 and stayed.";
  EXPECT_EQ(last_in(text), "2011-06-03");
  EXPECT_EQ(to_iso(*last_date_in(text, text.find("3 June 2011"))), "2011-05-02");
  EXPECT_EQ(to_iso(*last_date_in(text, text.find("She"))), "2011-05-02");
  EXPECT_FALSE(last_date_in(text, text.find(", 2011")));
  EXPECT_FALSE(last_date_in(text, text.find("11 she")));
}

TEST(NamedDates, answer_like_last_date_in_wherever_they_are_asked) {
  const std::string text =
      "On May 2, 2011 she left. Born 1949, he came on 3 June 2011; see 2012-04-05, 2011 and 1 May "
      "2010.";
  NamedDates named(text);
  for (std::size_t up_to = 0; up_to <= text.size() + 1; ++up_to) {
    EXPECT_EQ(named.last_before(up_to, text.size() + 1), last_date_in(text, up_to)) << up_to;
    EXPECT_EQ(named.last_before(up_to / 2, text.size()), last_date_in(text, up_to / 2)) << up_to;
  }
}

TEST(NamedDates, are_not_sought_farther_back_than_asked) {
  const std::string text = "On May 2, 2011 she left.";
  const std::size_t end = text.find(" she");
  NamedDates named(text);
  EXPECT_TRUE(named.last_before(end + 5, 5));
  EXPECT_FALSE(named.last_before(end + 5, 4));
}

TEST(Dateline, last_date_in_iso_form) {
  EXPECT_EQ(last_in("Updated 2011-05-02 at noon"), "2011-05-02");
  EXPECT_EQ(last_in("Number 12011-05-02"), "");
  EXPECT_EQ(last_in("Number 2011-05-021"), "");
}

TEST(Dateline, last_date_is_a_day_of_one_line) {
  EXPECT_EQ(last_in("In May 2011 she left."), "");
  EXPECT_EQ(last_in("on May 2\n2011 was good"), "");
  EXPECT_EQ(last_in(""), "");
}

}  // namespace
}  // namespace quoth::attribution
