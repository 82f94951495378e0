#include "attribution/negation.h"

#include <gtest/gtest.h>

#include "quotes/made_up_text.h"
#include "quotes/quotations.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;

quotes::Draft corrected(std::string_view sentence, std::string_view source, std::string_view cue) {
  MadeUpText text(sentence);
  text.attribute(source, cue, {"that it rains"});
  auto drafts = quotes::make_quotations(text.text(), text.segmented(), text.tagged());
  Negation().correct(text.context(), {}, drafts.at(0));
  return drafts.at(0);
}

TEST(Negation, a_cue_with_not_or_never_is_negated) {
  const auto draft = corrected("Ana Ruiz did not say that it rains.", "Ana Ruiz", "did not say");
  EXPECT_TRUE(draft.quotation.negated);
  EXPECT_EQ(draft.quotation.why.back(), "negated:cue");
  EXPECT_TRUE(
      corrected("She has never said that it rains.", "She", "has never said").quotation.negated);
}

TEST(Negation, the_short_form_counts_with_either_apostrophe) {
  EXPECT_TRUE(corrected("She didn't say that it rains.", "She", "didn't say").quotation.negated);
  EXPECT_TRUE(corrected("She didn’t say that it rains.", "She", "didn’t say").quotation.negated);
}

TEST(Negation, what_nobody_says_is_negated) {
  const auto draft = corrected("No witness said that it rains.", "No witness", "said");
  EXPECT_TRUE(draft.quotation.negated);
  EXPECT_EQ(draft.quotation.why.back(), "negated:source");
}

TEST(Negation, what_not_everyone_says_is_negated) {
  EXPECT_TRUE(corrected("Not everyone said that it rains.", "everyone", "said").quotation.negated);
}

TEST(Negation, who_has_no_doubt_is_sure) {
  EXPECT_FALSE(
      corrected("She has no doubt that it rains.", "She", "has no doubt").quotation.negated);
}

TEST(Negation, a_plain_statement_is_not) {
  EXPECT_FALSE(
      corrected("She not only said that it rains.", "She", "not only said").quotation.negated);
  EXPECT_FALSE(corrected("Ana Ruiz said that it rains.", "Ana Ruiz", "said").quotation.negated);
}

}  // namespace
}  // namespace quoth::attribution
