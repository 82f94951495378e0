#include "segment/segmenter.h"

#include <gtest/gtest.h>

#include "segment/test_tables.h"

namespace quoth::segment {
namespace {

TEST(Segmenter, refuses_tables_that_contradict_themselves) {
  const TestTables tables;
  SegmenterTables broken = tables.view();
  broken.vocabulary = "no\nunknown\npiece\n";
  ASSERT_FALSE(Segmenter::create(broken));
  broken = tables.view();
  broken.replaced = {};
  const auto segmenter = Segmenter::create(broken);
  ASSERT_FALSE(segmenter);
  EXPECT_EQ(segmenter.error().code, ErrorCode::model_corrupt);
}

TEST(Segmenter, sentences_and_paragraphs_have_no_holes) {
  const std::string_view text = "\uFEFF\"One. Two.\n\nThree?\" she asked.\r\n\r\nMr. Four\0 left.";
  const SegmentedText segmented = test_segmenter().segment(text);
  std::uint32_t end = 0;
  for (const WordRange sentence : segmented.sentences) {
    EXPECT_EQ(sentence.first, end);
    EXPECT_LT(sentence.first, sentence.end);
    end = sentence.end;
  }
  EXPECT_EQ(end, segmented.words.size());
  EXPECT_EQ(segmented.sentences.size(), 4U);
  EXPECT_EQ(segmented.paragraphs.size(), 3U);
}

TEST(Segmenter, an_empty_text_has_nothing) {
  const SegmentedText segmented = test_segmenter().segment("");
  EXPECT_TRUE(segmented.words.empty());
  EXPECT_TRUE(segmented.sentences.empty());
  EXPECT_TRUE(segmented.paragraphs.empty());
  EXPECT_TRUE(segmented.marks.empty());
}

TEST(Segmenter, a_text_does_not_depend_on_the_one_before) {
  const std::string_view text = "“We won,” she said.";
  const SegmentedText first = test_segmenter().segment(text);
  test_segmenter().segment("“something ‘else altogether");
  const SegmentedText second = test_segmenter().segment(text);
  EXPECT_EQ(first.pieces, second.pieces);
  EXPECT_EQ(first.words.size(), second.words.size());
}

}  // namespace
}  // namespace quoth::segment
