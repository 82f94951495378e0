#include "page/written_date.h"

#include <gtest/gtest.h>

namespace quoth::page {
namespace {

std::string read(std::string_view text, DayOrder order = DayOrder::unknown) {
  const auto found = find_written_date(text, order);
  return found ? found->iso : "none";
}

TEST(WrittenDate, is_read_with_the_year_first) {
  EXPECT_EQ(read("2019-11-05T23:59:00-08:00"), "2019-11-05");
  EXPECT_EQ(read("2019/11/05 10:00"), "2019-11-05");
  EXPECT_EQ(read("2019.11.5"), "2019-11-05");
  EXPECT_EQ(read("20191105"), "2019-11-05");
  EXPECT_EQ(read("2019-11"), "2019-11");
  EXPECT_EQ(read("2019년 11월 5일 10:30"), "2019-11-05");
  EXPECT_EQ(read("2019年11月5日"), "2019-11-05");
}

TEST(WrittenDate, is_read_with_its_month_in_words) {
  EXPECT_EQ(read("Published: Nov. 5, 2019 at 7:02 AM"), "2019-11-05");
  EXPECT_EQ(read("Tue, 05 Nov 2019 10:00:00 GMT"), "2019-11-05");
  EXPECT_EQ(read("5th November 2019"), "2019-11-05");
  EXPECT_EQ(read("November 2019"), "2019-11");
  EXPECT_EQ(read("5. März 2019"), "2019-03-05");
  EXPECT_EQ(read("18 de novembro de 2019"), "2019-11-18");
  EXPECT_EQ(read("18 ноября 2019"), "2019-11-18");
}

TEST(WrittenDate, in_numbers_needs_an_order_or_proves_it) {
  EXPECT_EQ(read("05/11/2019"), "none");
  EXPECT_EQ(read("05/11/2019", DayOrder::day_first), "2019-11-05");
  EXPECT_EQ(read("05/11/2019", DayOrder::month_first), "2019-05-11");
  EXPECT_EQ(read("28/11/2019", DayOrder::month_first), "2019-11-28");
  EXPECT_EQ(read("11/28/2019"), "2019-11-28");
  EXPECT_EQ(read("11/11/2019"), "2019-11-11");
  EXPECT_EQ(read("05.11.2019"), "2019-11-05");
  EXPECT_EQ(order_shown("28/11/2019"), DayOrder::day_first);
  EXPECT_EQ(order_shown("11/28/2019"), DayOrder::month_first);
  EXPECT_EQ(order_shown("05/11/2019"), DayOrder::unknown);
}

TEST(WrittenDate, is_none_where_there_is_no_such_day) {
  EXPECT_EQ(read("2019-02-30"), "none");
  EXPECT_EQ(read("1873-02-03"), "none");
  EXPECT_EQ(read("0001-01-01T00:00:00"), "none");
  EXPECT_EQ(read("call 2019 11 people"), "none");
  EXPECT_EQ(read(""), "none");
}

}  // namespace
}  // namespace quoth::page
