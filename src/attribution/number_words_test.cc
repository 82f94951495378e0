#include "attribution/number_words.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace quoth::attribution {
namespace {

/// "1978/3": the value and the number of words; an ordinal ends in "th".
std::string read(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  const NumberWords number = number_words(words);
  return std::to_string(number.value) + "/" + std::to_string(number.words) +
         (number.is_ordinal ? "th" : "");
}

TEST(NumberWords, cardinals) {
  EXPECT_EQ(read("ten days later"), "10/1");
  EXPECT_EQ(read("twenty one"), "21/2");
  EXPECT_EQ(read("two hundred and sixty seven"), "267/5");
  EXPECT_EQ(read("a hundred"), "0/0");
  EXPECT_EQ(read("hundred years"), "100/1");
  EXPECT_EQ(read("one thousand seven hundred and eighty nine"), "1789/7");
  EXPECT_EQ(read("nine hundred ninety nine thousand nine hundred ninety nine"), "999999/9");
}

TEST(NumberWords, ordinals_end_a_number) {
  EXPECT_EQ(read("second of August"), "2/1th");
  EXPECT_EQ(read("twenty first two"), "21/2th");
  EXPECT_EQ(read("thirtieth one"), "30/1th");
}

TEST(NumberWords, years) {
  EXPECT_EQ(read("two thousand and eighteen"), "2018/4");
  EXPECT_EQ(read("nineteen seventy eight"), "1978/3");
  EXPECT_EQ(read("twenty ten"), "2010/2");
  EXPECT_EQ(read("nineteen zero one"), "1901/3");
  EXPECT_EQ(read("nineteen hundred"), "1900/2");
}

TEST(NumberWords, day_and_year_are_two_numbers) {
  EXPECT_EQ(read("twenty one two thousand and eighteen"), "21/2");
  EXPECT_EQ(read("ten two thousand"), "10/1");
}

TEST(NumberWords, other_words_are_no_number) {
  EXPECT_EQ(read(""), "0/0");
  EXPECT_EQ(read("and five"), "0/0");
  EXPECT_EQ(read("nineteen zero"), "19/1");
}

}  // namespace
}  // namespace quoth::attribution
