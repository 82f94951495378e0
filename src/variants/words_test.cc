#include "variants/words.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth::variants {
namespace {

std::string forms(std::string_view content) {
  Words words;
  words.read(content);
  std::string all;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k > 0) all += ' ';
    all += words.form(k);
  }
  return all;
}

/// What the words of the content with the trait are written as.
std::string written_with(std::string_view content, std::uint32_t traits) {
  Words words;
  words.read(content);
  std::string all;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (!words[k].has(traits)) continue;
    if (!all.empty()) all += ' ';
    all += content.substr(words[k].span.start, words[k].span.end - words[k].span.start);
  }
  return all;
}

TEST(Words, are_lower_case_without_accents_and_signs) {
  EXPECT_EQ(forms("“Señor Chávez” – he's HERE!"), "senor chavez he is here");
  EXPECT_EQ(forms(""), "");
  EXPECT_EQ(forms("… — ,"), "");
}

TEST(Words, of_contractions_are_spelt_out) {
  EXPECT_EQ(forms("We don’t, they won't, I'll"), "we do not they will not i will");
  EXPECT_EQ(forms("the minister's car"), "the minister car");
}

TEST(Words, of_british_spelling_become_american) {
  EXPECT_EQ(forms("the colour that they organised"), "the color that they organized");
}

TEST(Words, of_numbers_are_read) {
  EXPECT_EQ(forms("1,000 and one thousand and 1000"), "#1000 and #1000 and #1000");
  EXPECT_EQ(forms("$1.5 million"), "#1500000 dollar");
  EXPECT_EQ(forms("1.5 million dollars"), "#1500000 dollar");
  EXPECT_EQ(forms("US$25m, £3bn, 25%"), "#25000000 dollar #3000000000 pound #25 percent");
  EXPECT_EQ(forms("the fifth and the 5th"), "the #5th and the #5th");
  EXPECT_EQ(forms("two hundred million people"), "#200000000 people");
  EXPECT_EQ(forms("a million in the 1990s"), "a #1000000 in the #1990s");
  EXPECT_EQ(forms("it cost 3.50."), "it cost #3.5");
}

TEST(Words, of_short_names_are_spelt_out_but_pronouns_are_not) {
  EXPECT_EQ(forms("the US told us"), "the united states told us");
  EXPECT_EQ(forms("the U.S. and the U.N."), "the united states and the united nations");
}

TEST(Words, keep_the_spans_of_what_was_written) {
  const std::string content = "We don’t owe £1.5m";
  Words words;
  words.read(content);
  ASSERT_EQ(words.size(), 6U);
  const auto written = [&](std::size_t k) {
    return content.substr(words[k].span.start, words[k].span.end - words[k].span.start);
  };
  EXPECT_EQ(written(1), "don’t");
  EXPECT_EQ(written(2), "");
  EXPECT_EQ(written(4), "£1.5m");
  EXPECT_EQ(written(5), "");
}

TEST(Words, with_a_capital_are_names_where_no_sentence_begins) {
  EXPECT_EQ(written_with("We trust Obama. Nobody trusts Mr Blair", trait::name), "Obama Blair");
  EXPECT_EQ(written_with("Ana Ruiz won. Growth is back", trait::name), "Ana Ruiz");
}

TEST(Words, of_the_calendar_have_a_capital) {
  EXPECT_EQ(written_with("They may march in May and in March", trait::calendar), "May March");
  EXPECT_EQ(written_with("They may march in May and in March", trait::modal), "may");
}

TEST(Words, hedge_in_phrases_and_before_numbers) {
  EXPECT_EQ(written_with("I think about 20 of us talked about it", trait::hedge), "I think about");
  EXPECT_EQ(written_with("we think it has to end, maybe", trait::hedge), "we think maybe");
}

TEST(Words, in_brackets_weigh_nothing) {
  Words words;
  words.read("He [the minister] lied");
  EXPECT_EQ(words.weight(), 4U);  // "he" 1, "lied" 3.
}

TEST(Words, know_what_stands_before_them) {
  EXPECT_EQ(written_with("We won … at last\nand now", trait::after_ellipsis), "at");
  EXPECT_EQ(written_with("We won … at last\nand now", trait::after_break), "and");
}

}  // namespace
}  // namespace quoth::variants
