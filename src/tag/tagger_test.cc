#include "tag/tagger.h"

#include <gtest/gtest.h>

#include <string>

#include "segment/segmenter.h"

namespace quoth::tag {
namespace {

std::shared_ptr<const model::Model> tiny_model() {
  auto model = model::Model::read(QUOTH_SOURCE_DIR "/tests/fixtures/tiny.qmodel");
  EXPECT_TRUE(model.has_value()) << (model ? "" : model.error().message);
  return *model;
}

segment::Segmenter segmenter_of(const model::Model& model) {
  return *segment::Segmenter::create(
      {model.text("vocabulary"), model.integers("normalisation.ranges"),
       model.integers("normalisation.replaced"), model.text("normalisation.text"),
       model.text("lexicon.abbreviations")});
}

std::string article() {
  std::string text;
  for (int k = 0; k < 40; ++k) {
    text +=
        "The mayor said on Monday that \"the bridge\" will open. She told Ana Ruiz that he "
        "left.\n\n";
  }
  return text;
}

void expect_same(const TaggedText& a, const TaggedText& b) {
  ASSERT_EQ(a.anchors.size(), b.anchors.size());
  for (std::size_t k = 0; k < a.anchors.size(); ++k) {
    EXPECT_EQ(a.anchors[k].word, b.anchors[k].word);
    EXPECT_EQ(a.anchors[k].probability, b.anchors[k].probability);
    EXPECT_EQ(a.anchors[k].role_probability, b.anchors[k].role_probability);
    EXPECT_EQ(a.anchors[k].roles.size(), b.anchors[k].roles.size());
  }
  ASSERT_EQ(a.mentions.size(), b.mentions.size());
  for (std::size_t k = 0; k < a.mentions.size(); ++k) {
    EXPECT_EQ(a.mentions[k].words, b.mentions[k].words);
    EXPECT_EQ(a.mentions[k].query, b.mentions[k].query);
  }
}

TEST(Tagger, the_integer_kernels_give_the_same_answers) {
  const auto model = tiny_model();
  const std::string text = article();
  const auto segmented = segmenter_of(*model).segment(text);
  nn::Workspace workspace;
  const TaggedText expected =
      Tagger(model, *nn::find_kernels("portable")).tag(text, segmented, 0, workspace);
  EXPECT_FALSE(expected.mentions.empty());
  for (const std::string_view name : nn::available_kernels()) {
    if (name == "f32") continue;
    SCOPED_TRACE(name);
    expect_same(Tagger(model, *nn::find_kernels(name)).tag(text, segmented, 0, workspace),
                expected);
  }
}

TEST(Tagger, an_answer_does_not_depend_on_what_was_read_before) {
  const auto model = tiny_model();
  const auto segmenter = segmenter_of(*model);
  const Tagger tagger(model, *nn::find_kernels("auto"));
  const std::string text = article();
  const std::string other(5000, 'x');
  nn::Workspace fresh, used;
  tagger.tag(other, segmenter.segment(other), 1, used);
  const auto segmented = segmenter.segment(text);
  expect_same(tagger.tag(text, segmented, 0, fresh), tagger.tag(text, segmented, 0, used));
}

TEST(Tagger, ranges_lie_inside_the_text_and_mentions_are_in_order) {
  const auto model = tiny_model();
  const std::string text = article();
  const auto segmented = segmenter_of(*model).segment(text);
  nn::Workspace workspace;
  const TaggedText tagged =
      Tagger(model, *nn::find_kernels("auto")).tag(text, segmented, 0, workspace);
  for (const TaggedAnchor& anchor : tagged.anchors) {
    for (const RoleRange& role : anchor.roles) {
      EXPECT_LT(role.words.first, role.words.end);
      EXPECT_LE(role.words.end, segmented.words.size());
    }
  }
  for (std::size_t k = 1; k < tagged.mentions.size(); ++k) {
    EXPECT_LE(tagged.mentions[k - 1].words.first, tagged.mentions[k].words.first);
  }
}

TEST(Tagger, an_empty_text_has_no_tags) {
  const auto model = tiny_model();
  nn::Workspace workspace;
  const TaggedText tagged = Tagger(model, *nn::find_kernels("auto")).tag("", {}, 0, workspace);
  EXPECT_TRUE(tagged.anchors.empty() && tagged.names.empty() && tagged.mentions.empty());
}

}  // namespace
}  // namespace quoth::tag
