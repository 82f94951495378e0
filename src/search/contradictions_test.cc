#include "search/contradictions.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace quoth::search {
namespace {

/// Why two statements of two articles are to be compared, without what they have in common; empty: they are not.
std::string why(std::string_view a, std::string_view b, bool a_is_denied = false) {
  const std::vector<Saying> statements = {{a, a_is_denied, 1, 0}, {b, false, 2, 0}};
  const auto found = contrasts(statements, 5);
  const std::string whole = found.empty() ? "" : found.front().why;
  return whole.substr(0, whole.find(';'));
}

TEST(Contradictions, a_negation_before_a_shared_word_is_to_be_compared) {
  EXPECT_EQ(why("We will raise taxes on small companies", "I will not raise taxes on companies"),
            "negation: before “raise” in one of the two");
  EXPECT_EQ(why("The troops never entered the village at night",
                "Our troops entered that village late at night"),
            "negation: before “entered” in one of the two");
}

TEST(Contradictions, what_was_denied_and_said_elsewhere_is_to_be_compared) {
  EXPECT_EQ(why("that he had met the lawyer in Prague", "I met this lawyer once, in Prague", true)
                .substr(0, 7),
            "denied:");
}

TEST(Contradictions, words_of_opposite_meaning_are_to_be_compared) {
  EXPECT_EQ(why("I support the new airport runway plan", "We oppose the airport runway plan"),
            "opposite: “support” and “oppose”");
  EXPECT_EQ(why("They support those who oppose the airport runway plan",
                "We oppose the airport runway plan"),
            "");
}

TEST(Contradictions, what_shares_no_topic_or_no_opposite_is_not) {
  EXPECT_EQ(why("We will not raise taxes on companies", "We won the final match"), "");
  EXPECT_EQ(why("We will not raise taxes on companies", "We will not raise taxes for companies"),
            "");
  EXPECT_EQ(why("It is not over", "It is over"), "");
  EXPECT_EQ(why("We cannot afford George W. Bush policies", "We cannot afford John W. Smith"), "");
  EXPECT_EQ(why("George W. Bush has policies that failed", "No policies by George W. Howard"), "");
  const std::string much = "one two three four five six seven eight nine ten ";
  EXPECT_EQ(why(much + much + much + much + "we will not raise taxes on companies",
                "we will raise taxes on companies"),
            "");
}

TEST(Contradictions, renderings_of_one_utterance_and_one_article_are_left_out) {
  const std::string_view a = "We will not raise taxes on companies",
                         b = "We will raise taxes on companies";
  EXPECT_EQ(contrasts(std::vector<Saying>{{a, false, 1, 9}, {b, false, 2, 9}}, 5).size(), 0U);
  EXPECT_EQ(contrasts(std::vector<Saying>{{a, false, 1, 0}, {b, false, 1, 0}}, 5).size(), 0U);
  EXPECT_EQ(contrasts(std::vector<Saying>{{a, false, 1, 0}, {b, false, 2, 0}}, 0).size(), 0U);
}

TEST(Contradictions, a_slogan_that_many_repeat_leads_to_no_pairs) {
  const std::string_view slogan = "Raise taxes on companies";
  const std::vector<Saying> statements(300, {slogan, false, 0, 0});
  EXPECT_TRUE(contrasts(statements, 5).empty());
}

}  // namespace
}  // namespace quoth::search
