#include "entities/turn_labels.h"

#include <gtest/gtest.h>

#include "quotes/made_up_text.h"
#include "quotes/turns.h"

namespace quoth::entities {
namespace {

using quotes::MadeUpText;

struct Labels {
  explicit Labels(const MadeUpText& text)
      : tagged(with_turns(text)),
        reader(text.text(), text.segmented()),
        labels(reader, tagged, lists.titles, lists.person_nouns) {}

  static tag::TaggedText with_turns(const MadeUpText& text) {
    tag::TaggedText tagged = text.tagged();
    quotes::add_turns(text.text(), text.segmented(), {}, tagged);
    return tagged;
  }

  NameLists lists;
  tag::TaggedText tagged;
  WordReader reader;
  TurnLabels labels;
};

TEST(TurnLabels, letters_are_short_for_the_earlier_label_that_has_them) {
  const MadeUpText text(
      "Wikinews: Will it rain?\n\nAna Ruiz: It will.\n\nWN: Soon?\n\nAR: Yes.\n\nWikinews: "
      "Really?\n\nAna Ruiz: No.\n\nWN: Oh?\n\nAR: No.\n");
  const Labels made(text);
  const auto* short_label = made.labels.find(text.words("WN"));
  ASSERT_NE(short_label, nullptr);
  ASSERT_TRUE(short_label->short_for.has_value());
  EXPECT_EQ(text.slice(*short_label->short_for), "Wikinews");
  EXPECT_EQ(made.labels.find(text.words("Soon")), nullptr);
}

TEST(TurnLabels, roles_and_parts_are_no_names) {
  const MadeUpText text("Reporter: Will it rain?\n\nRuiz: Yes.\n\nReporter: Soon?\n\nRuiz: No.\n");
  const Labels made(text);
  const auto names = made.labels.untagged_names({});
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(text.slice(names[0].words), "Ruiz");
  EXPECT_TRUE(
      Labels(MadeUpText("Q: Will it rain?\n\nA: Yes.\n")).labels.untagged_names({}).empty());
}

}  // namespace
}  // namespace quoth::entities
