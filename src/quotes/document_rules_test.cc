#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotes/made_up_text.h"
#include "quotes/rules.h"

namespace quoth::quotes {
namespace {

using Slices = std::vector<std::string>;

void apply(std::string_view name, const MadeUpText& made, std::vector<Draft>& drafts) {
  for (const DocumentRule& rule : document_rules()) {
    if (name != rule.name) continue;
    rule.apply(made.context(), rule.name, drafts);
    return;
  }
  ADD_FAILURE() << "no rule " << name;
}

Draft draft_of(const MadeUpText& made, std::string_view content, std::string_view cue,
               std::string_view source) {
  Draft draft;
  draft.content.push_back(made.words(content));
  draft.anchor = draft.content.front().first;
  if (!source.empty()) draft.source.push_back(made.words(source));
  if (!cue.empty()) draft.cue.push_back(made.words(cue));
  if (!source.empty()) draft.anchor = draft.source.front().first;
  if (!cue.empty()) draft.anchor = draft.cue.front().first;
  return draft;
}

TEST(DocumentRules, drop_scare_quotes_drops_a_few_words_that_nobody_says) {
  const MadeUpText made("The “big win” was small.");
  std::vector<Draft> drafts{draft_of(made, "“big win”", "", "")};
  apply("drop_scare_quotes", made, drafts);
  EXPECT_TRUE(drafts.empty());
}

TEST(DocumentRules, drop_scare_quotes_keeps_sentences_long_content_and_what_has_a_cue_or_source) {
  const MadeUpText made(
      "“We won.” A “big win” it was, Reid said of “a win that nobody had ever seen” there.");
  std::vector<Draft> drafts{draft_of(made, "“We won.”", "", ""),
                            draft_of(made, "“big win”", "said", ""),
                            draft_of(made, "“big win”", "", "Reid"),
                            draft_of(made, "“a win that nobody had ever seen”", "", "")};
  apply("drop_scare_quotes", made, drafts);
  EXPECT_EQ(drafts.size(), 4U);
}

TEST(DocumentRules, join_floating_continues_the_attribution_before_it) {
  const MadeUpText made("“The bridge is shut,” Reid said. “Nobody knows why it fell.”");
  std::vector<Draft> drafts{draft_of(made, "“The bridge is shut,”", "said", "Reid")};
  apply("join_floating", made, drafts);
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(made.slices(drafts[0].content),
            (Slices{"“The bridge is shut,”", "“Nobody knows why it fell.”"}));
  EXPECT_EQ(drafts[0].quotation.why, Slices{"rule:join_floating"});
}

void expect_not_joined(const MadeUpText& made, std::string_view content) {
  std::vector<Draft> drafts{draft_of(made, content, "said", "Reid")};
  apply("join_floating", made, drafts);
  EXPECT_EQ(made.slices(drafts[0].content), Slices{std::string(content)});
}

TEST(DocumentRules, join_floating_stays_in_the_paragraph) {
  const MadeUpText made("“The bridge is shut,” Reid said.\n\n“Nobody knows why it fell.”");
  expect_not_joined(made, "“The bridge is shut,”");
}

TEST(DocumentRules, join_floating_does_not_continue_indirect_content) {
  const MadeUpText made("Reid said the bridge is shut. “Nobody knows why it fell.”");
  expect_not_joined(made, "the bridge is shut");
}

TEST(DocumentRules, join_floating_leaves_what_makes_no_sentence) {
  const MadeUpText made("“The bridge is shut,” Reid said. It was “a joy to see” there. “No.”");
  expect_not_joined(made, "“The bridge is shut,”");
}

TEST(DocumentRules, keep_unattributed_makes_a_quotation_of_a_quoted_paragraph) {
  const MadeUpText made("Reid spoke.\n\n“Nobody knows why it fell.”\n\nShe left.");
  std::vector<Draft> drafts;
  apply("keep_unattributed", made, drafts);
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(made.slices(drafts[0].content), Slices{"“Nobody knows why it fell.”"});
  EXPECT_TRUE(drafts[0].source.empty() && drafts[0].cue.empty());
  EXPECT_EQ(drafts[0].quotation.why, Slices{"rule:keep_unattributed"});
  EXPECT_FLOAT_EQ(drafts[0].quotation.confidence, 0.5F);
}

TEST(DocumentRules, keep_unattributed_wants_the_whole_paragraph_and_unclaimed) {
  const MadeUpText made("Reid spoke. “Nobody knows why it fell.”\n\n“Nobody knows who did it.”");
  std::vector<Draft> drafts{draft_of(made, "“Nobody knows who did it.”", "spoke", "Reid")};
  apply("keep_unattributed", made, drafts);
  EXPECT_EQ(drafts.size(), 1U);
}

TEST(DocumentRules, drop_duplicates_keeps_the_most_certain) {
  const MadeUpText made("“We won,” Reid said. Brown smiled.");
  std::vector<Draft> drafts{draft_of(made, "“We won,”", "said", "Reid"),
                            draft_of(made, "“We won,”", "", "Reid"),
                            draft_of(made, "“We won,”", "smiled", "Brown")};
  drafts[0].quotation.confidence = 0.4F;
  drafts[1].quotation.confidence = 0.6F;
  apply("drop_duplicates", made, drafts);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_FLOAT_EQ(drafts[0].quotation.confidence, 0.6F);
  EXPECT_EQ(made.slices(drafts[1].source), Slices{"Brown"});
}

TEST(DocumentRules, drop_duplicates_keeps_the_first_of_equals) {
  const MadeUpText made("“We won,” Reid said.");
  std::vector<Draft> drafts{draft_of(made, "“We won,”", "said", "Reid"),
                            draft_of(made, "“We won,”", "", "Reid")};
  apply("drop_duplicates", made, drafts);
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(made.slices(drafts[0].cue), Slices{"said"});
}

TEST(DocumentRules, run_in_the_documented_order) {
  Slices names;
  for (const DocumentRule& rule : document_rules()) names.emplace_back(rule.name);
  EXPECT_EQ(names, (Slices{"drop_scare_quotes", "frame", "enclose", "inner_source", "signed",
                           "join_floating", "keep_unattributed", "drop_duplicates"}));
}

}  // namespace
}  // namespace quoth::quotes
