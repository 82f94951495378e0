#include "ingest/feed_date.h"

#include <gtest/gtest.h>

namespace quoth::ingest {
namespace {

std::string day(std::string_view date) { return day_of_feed_date(date).value_or("none"); }

TEST(FeedDate, reads_rfc_3339) {
  EXPECT_EQ(day("2021-03-04T10:00:00Z"), "2021-03-04");
  EXPECT_EQ(day(" 2021-03-04T23:59:59.5+13:00\n"), "2021-03-04");
  EXPECT_EQ(day("2021-03-04"), "2021-03-04");
  EXPECT_EQ(day("2021-03-04 10:00:00"), "2021-03-04");
}

TEST(FeedDate, reads_rfc_822_and_its_common_faults) {
  EXPECT_EQ(day("Thu, 04 Mar 2021 10:00:00 GMT"), "2021-03-04");
  EXPECT_EQ(day("4 Mar 2021 10:00 +0100"), "2021-03-04");
  EXPECT_EQ(day("Thursday, 4 March 2021"), "2021-03-04");
  EXPECT_EQ(day("Fri, 22 Sep 17 12:05:03 +0300"), "2017-09-22");
  EXPECT_EQ(day("Fri, 31 Dec 99 11:00:00 GMT"), "1999-12-31");
  EXPECT_EQ(day("Mon, May 25 2020 12:45:26 +0000"), "2020-05-25");
  EXPECT_EQ(day("March 4, 2021"), "2021-03-04");
  EXPECT_EQ(day("04-Mar-2021"), "2021-03-04");
}

TEST(FeedDate, leaves_out_what_is_no_date) {
  for (const char* text : {"", "yesterday", "2021", "2021-13-04", "2021-02-30", "30 Feb 2021",
                           "4 Mar", "Thu, 99 Mar 2021", "4 Mar 202", "12:00", "2021-03-04x",
                           "Mar Mar 2021", "4 Mar 99999999999999999999"}) {
    EXPECT_EQ(day(text), "none") << text;
  }
}

}  // namespace
}  // namespace quoth::ingest
