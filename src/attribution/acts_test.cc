#include "attribution/acts.h"

#include <gtest/gtest.h>

#include "quotes/made_up_text.h"
#include "quotes/quotations.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using Act = Quotation::Act;

/// The act of the text's one attribution by Ana Ruiz, tagged `tagged`, with its medium if it is not empty.
quotes::Draft corrected(std::string_view sentence, std::string_view cue, std::string_view medium,
                        Act tagged = Act::say) {
  MadeUpText text(sentence);
  text.attribute("Ana Ruiz", cue, {"that it rains"}).act(tagged);
  auto drafts = quotes::make_quotations(text.text(), text.segmented(), text.tagged());
  if (!medium.empty()) drafts.at(0).quotation.medium = text.context().span(text.words(medium));
  Acts().correct(text.context(), {}, drafts.at(0));
  return drafts.at(0);
}

TEST(Acts, what_is_said_in_a_statement_is_written) {
  const auto draft =
      corrected("Ana Ruiz said in a statement that it rains.", "said", "in a statement");
  EXPECT_EQ(draft.quotation.act, Act::write);
  EXPECT_EQ(draft.quotation.why.back(), "act:written_medium");
}

TEST(Acts, what_is_said_in_an_interview_is_said) {
  const auto draft =
      corrected("Ana Ruiz said in an interview that it rains.", "said", "in an interview");
  EXPECT_EQ(draft.quotation.act, Act::say);
}

TEST(Acts, a_cue_that_writes_writes) {
  EXPECT_EQ(corrected("Ana Ruiz tweeted that it rains.", "tweeted", "").quotation.act, Act::write);
  const auto draft =
      corrected("According to a letter by Ana Ruiz that it rains.", "According to a letter by", "");
  EXPECT_EQ(draft.quotation.act, Act::write);
  EXPECT_EQ(draft.quotation.why.back(), "act:writing_cue");
}

TEST(Acts, what_is_reported_may_be_said) {
  EXPECT_EQ(corrected("Ana Ruiz reports that it rains.", "reports", "").quotation.act, Act::say);
}

TEST(Acts, a_written_question_stays_a_question) {
  const auto draft =
      corrected("Ana Ruiz asked in a letter that it rains.", "asked", "in a letter", Act::ask);
  EXPECT_EQ(draft.quotation.act, Act::ask);
}

}  // namespace
}  // namespace quoth::attribution
