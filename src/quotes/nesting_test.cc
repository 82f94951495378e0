#include "quotes/nesting.h"

#include <gtest/gtest.h>

#include "quotes/made_up_text.h"

namespace quoth::quotes {
namespace {

Draft draft_of(const MadeUpText& made, std::string_view content, std::uint32_t anchor) {
  Draft draft;
  draft.content.push_back(made.words(content));
  draft.anchor = anchor;
  return draft;
}

TEST(Nesting, a_quotation_inside_anothers_content_has_it_as_parent) {
  const MadeUpText made("“The mayor knows that Reid said it is over,” Brown said.");
  std::vector<Draft> drafts{
      draft_of(made, "it is over", made.words("said").first),
      draft_of(made, "“The mayor knows that Reid said it is over,”", made.words("said", 2).first)};
  nest(drafts);
  EXPECT_EQ(made.slice(drafts[0].content.front()), "“The mayor knows that Reid said it is over,”");
  EXPECT_FALSE(drafts[0].quotation.parent);
  EXPECT_EQ(drafts[1].quotation.parent, std::size_t{0});
}

TEST(Nesting, an_anchor_outside_makes_no_nested_quotation) {
  const MadeUpText made("“The bridge is shut,” Reid said, Brown wrote.");
  std::vector<Draft> drafts{draft_of(made, "“The bridge is shut,”", made.words("said").first),
                            draft_of(made, "bridge is shut", made.words("wrote").first)};
  nest(drafts);
  EXPECT_FALSE(drafts[0].quotation.parent);
  EXPECT_FALSE(drafts[1].quotation.parent);
}

TEST(Nesting, equal_contents_are_not_nested_in_each_other) {
  const MadeUpText made("“We said so,” Reid said.");
  std::vector<Draft> drafts{draft_of(made, "“We said so,”", made.words("said").first),
                            draft_of(made, "“We said so,”", made.words("so").first)};
  nest(drafts);
  EXPECT_FALSE(drafts[0].quotation.parent);
  EXPECT_FALSE(drafts[1].quotation.parent);
}

TEST(Nesting, the_parent_is_the_smallest_around) {
  const MadeUpText made("Reid said that Brown thinks they say all is well.");
  std::vector<Draft> drafts{
      draft_of(made, "all is well", made.words("say").first),
      draft_of(made, "that Brown thinks they say all is well", made.words("said").first),
      draft_of(made, "they say all is well", made.words("thinks").first)};
  nest(drafts);
  EXPECT_EQ(drafts[1].quotation.parent, std::size_t{0});
  EXPECT_EQ(drafts[2].quotation.parent, std::size_t{1});
}

TEST(Nesting, sorts_by_first_content_word_and_outer_before_inner) {
  const MadeUpText made("We know it, he said. They know it, she said.");
  std::vector<Draft> drafts{draft_of(made, "They know it", made.words("said", 2).first),
                            draft_of(made, "We know", made.words("said").first),
                            draft_of(made, "We know it", made.words("said").first)};
  nest(drafts);
  EXPECT_EQ(made.slice(drafts[0].content.front()), "We know it");
  EXPECT_EQ(made.slice(drafts[1].content.front()), "We know");
  EXPECT_EQ(made.slice(drafts[2].content.front()), "They know it");
}

}  // namespace
}  // namespace quoth::quotes
