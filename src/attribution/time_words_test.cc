#include "attribution/time_words.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::attribution {
namespace {

/// "weekday:0 number:15": slots and values.
std::string read(std::string_view phrase) {
  std::string out;
  for (const TimeWord& word : time_words(phrase)) {
    if (!out.empty()) out += ' ';
    out += std::string(word.slot) + ":" + std::to_string(word.value);
  }
  return out;
}

TEST(TimeWords, prepositions_and_articles_are_left_out) {
  EXPECT_EQ(read("early on Monday"), "weekday:0");
  EXPECT_EQ(read("In a December 2008"), "month:12 number:2008");
  EXPECT_EQ(read("in the beginning of mid-May"), "month:5");
}

TEST(TimeWords, times_of_day_are_left_out) {
  EXPECT_EQ(read("at 8:00 a.m. Monday"), "weekday:0");
  EXPECT_EQ(read("Monday 1400 BST"), "weekday:0");
  EXPECT_EQ(read("at 4.30am"), "");
  EXPECT_EQ(read("Monday at 8 p.m"), "weekday:0");
  EXPECT_EQ(read("at seven Monday"), "weekday:0");
  EXPECT_EQ(read("at 17:30"), "");
  EXPECT_EQ(read("14:30:59"), "");
}

TEST(TimeWords, an_article_before_a_unit_is_one) {
  EXPECT_EQ(read("a month ago"), "number:1 unit:2 ago:0");
  EXPECT_EQ(read("a May evening"), "month:5");
}

TEST(TimeWords, later_and_earlier_count_after_a_unit_only) {
  EXPECT_EQ(read("later on Monday"), "weekday:0");
  EXPECT_EQ(read("two days later"), "number:2 units:0 later:0");
  EXPECT_EQ(read("two days earlier"), "number:2 units:0 before:0");
  EXPECT_EQ(read("earlier today"), "day-name:0");
}

TEST(TimeWords, numbers_and_letters_part) {
  EXPECT_EQ(read("Oct2"), "month:10 number:2");
  EXPECT_EQ(read("Oct. 15th"), "month:10 ordinal:15");
  EXPECT_EQ(read("1990s"), "blocker:0");
  EXPECT_EQ(read("the '90s"), "blocker:0");
  EXPECT_EQ(read("May '08"), "month:5 number:2008");
}

TEST(TimeWords, signs_count_between_numbers_only) {
  EXPECT_EQ(read("2016 - 11"), "number:2016 dash:0 number:11");
  EXPECT_EQ(read("2–3"), "number:2 dash:0 number:3");
  EXPECT_EQ(read("Oct/2 - "), "month:10 number:2");
}

TEST(TimeWords, day_parts_count_after_a_word_that_chooses_one) {
  EXPECT_EQ(read("Monday night"), "weekday:0");
  EXPECT_EQ(read("last night"), "relative:-1 day-part:0");
  EXPECT_EQ(read("that evening"), "that:0 day-part:0");
}

}  // namespace
}  // namespace quoth::attribution
