#include "quotes/signatures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotes/made_up_text.h"

namespace quoth::quotes {
namespace {

/// The source that the signature gives to the quotation of the whole content; empty: none.
std::string signed_by(const MadeUpText& text, std::string_view content, std::string_view cue = {}) {
  std::vector<Draft> drafts(1);
  drafts[0].content = {text.words(content)};
  if (!cue.empty()) drafts[0].cue = {text.words(cue)};
  read_signatures(text.context(), "signed", drafts);
  return drafts[0].source.empty() ? "" : text.slice(drafts[0].source.front());
}

TEST(Signatures, a_name_behind_a_dash_signs_the_quotation) {
  const MadeUpText list("“We lost it.” ― Ana Ruiz\n“We won it.” ― Bo Li, mayor\n");
  EXPECT_EQ(signed_by(list, "“We lost it.”"), "Ana Ruiz");
  EXPECT_EQ(signed_by(list, "“We won it.”"), "Bo Li");
}

TEST(Signatures, the_quotation_behind_the_name_is_the_next_one_s) {
  const MadeUpText list("“We lost it.” ― Ana Ruiz\n“We won it.” ― Bo Li\n");
  std::vector<Draft> drafts(2);
  drafts[0].content = {list.words("“We lost it.”"), list.words("“We won it.”")};
  drafts[1].content = {list.words("“We won it.”")};
  for (Draft& draft : drafts) {
    draft.cue = {list.words("―")};
    draft.source = {list.words("Ana Ruiz")};
  }
  read_signatures(list.context(), "signed", drafts);
  EXPECT_EQ(drafts[0].content.size(), 1U);
  EXPECT_EQ(list.slice(drafts[0].source.front()), "Ana Ruiz");
  EXPECT_EQ(list.slice(drafts[1].source.front()), "Bo Li");
}

TEST(Signatures, text_behind_a_dash_signs_nothing) {
  const MadeUpText text("“We lost it.” — That was all she wrote.\n");
  EXPECT_EQ(signed_by(text, "“We lost it.”"), "");
}

TEST(Signatures, a_quotation_with_a_cue_is_not_signed) {
  const MadeUpText text("She said “We lost it.” — Ana Ruiz\n");
  EXPECT_EQ(signed_by(text, "“We lost it.”", "said"), "");
}

}  // namespace
}  // namespace quoth::quotes
