#include "quotes/frames.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotes/made_up_text.h"
#include "quotes/quotations.h"

namespace quoth::quotes {
namespace {

std::vector<Draft> drafts_of(const MadeUpText& text) {
  return make_quotations(text.text(), text.segmented(), text.tagged());
}

TEST(Frames, who_is_told_of_behind_a_quotation_is_in_the_content_of_who_reports_it) {
  MadeUpText text("“We won it today,” Ana Ruiz said, according to the AP.");
  text.attribute("Ana Ruiz", "said", {"“We won it today,”"})
      .attribute("the AP", "according to", {"“We won it today,”"});
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(text.slice(drafts[0].content.front()), "“We won it today,” Ana Ruiz said");
  EXPECT_EQ(drafts[0].quotation.why.back(), "rule:frame");
  EXPECT_EQ(drafts[1].quotation.parent, 0U);
}

TEST(Frames, who_is_told_of_before_it_too) {
  MadeUpText text("According to the AP, Ana Ruiz said that it rains.");
  text.attribute("the AP", "According to", {"that it rains"})
      .attribute("Ana Ruiz", "said", {"that it rains"});
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(text.slice(drafts[0].content.front()), "Ana Ruiz said that it rains");
  EXPECT_EQ(drafts[1].quotation.parent, 0U);
}

TEST(Frames, who_stands_behind_reports_the_whole) {
  MadeUpText text("Ana Ruiz wrote: “We won it today,” the AP reports.");
  text.attribute("Ana Ruiz", "wrote", {"“We won it today,”"})
      .attribute("the AP", "reports", {"“We won it today,”"});
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(text.slice(drafts[0].content.front()), "Ana Ruiz wrote: “We won it today,”");
  EXPECT_EQ(drafts[1].quotation.parent, 0U);
}

TEST(Frames, a_content_goes_on_to_the_end_of_what_is_said_in_it) {
  MadeUpText text("Bo Li said he left when Ana Ruiz claimed that it rains every day.");
  text.attribute("Bo Li", "said", {"he left when Ana Ruiz claimed that it"})
      .attribute("Ana Ruiz", "claimed", {"that it rains every day"});
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(text.slice(drafts[0].content.front()),
            "he left when Ana Ruiz claimed that it rains every day");
  EXPECT_EQ(drafts[0].quotation.why.back(), "rule:enclose");
  EXPECT_EQ(drafts[1].quotation.parent, 0U);
}

TEST(Frames, what_commas_part_is_said_by_whoever_stands_between_them) {
  MadeUpText text("Bo Li had told her, Ana Ruiz said, that it rains.");
  text.attribute("Bo Li", "had told", {"that it rains"})
      .attribute("Ana Ruiz", "said", {"that it rains"});
  const auto drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(text.slices(drafts[0].content),
            (std::vector<std::string>{"Bo Li had told her", "that it rains"}));
  EXPECT_EQ(drafts[1].quotation.parent, 0U);
}

TEST(Frames, who_is_quoted_is_the_inner_source_alone) {
  MadeUpText text("Bo Li quoted Ana Ruiz as saying that it rains.");
  text.attribute("Bo Li", "quoted", {"Ana Ruiz as saying that it rains"})
      .attribute("Bo Li", "saying", {"that it rains"});
  std::vector<Draft> drafts = drafts_of(text);
  ASSERT_EQ(drafts.size(), 2U);
  drafts[1].source = {text.words("Bo Li"), text.words("Ana Ruiz")};
  keep_inner_sources(text.context(), "inner_source", drafts);
  EXPECT_EQ(text.slices(drafts[1].source), std::vector<std::string>{"Ana Ruiz"});
  EXPECT_EQ(drafts[1].quotation.why.back(), "rule:inner_source");
}

TEST(Frames, two_who_say_different_things_frame_nothing) {
  MadeUpText text("“We won it today,” Ana Ruiz said, and Bo Li said that it rains.");
  text.attribute("Ana Ruiz", "said", {"“We won it today,”"})
      .attribute("Bo Li", "said", {"that it rains"});
  for (const Draft& draft : drafts_of(text)) EXPECT_FALSE(draft.quotation.parent.has_value());
}

}  // namespace
}  // namespace quoth::quotes
