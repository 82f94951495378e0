#include "segment/normalisation.h"

#include <gtest/gtest.h>

#include "segment/test_tables.h"

namespace quoth::segment {
namespace {

class NormalisationTest : public testing::Test {
 protected:
  std::string folded(std::string_view text) const {
    std::string form;
    for (std::size_t at = 0; at < text.size();) {
      const text::CodePoint point = text::decode(text, at);
      normalisation_.fold(point.value, text.substr(at, point.size), form);
      at += point.size;
    }
    return form;
  }

  TestTables tables_;
  Normalisation normalisation_ = *Normalisation::create(
      tables_.view().ranges, tables_.view().replaced, tables_.view().replacement_text);
};

TEST_F(NormalisationTest, gives_every_class) {
  const struct {
    char32_t point;
    CodePointClass kind;
  } cases[] = {
      {U'a', CodePointClass::letter},         {U'7', CodePointClass::letter},
      {U'A', CodePointClass::upper},          {U'É', CodePointClass::upper},
      {U'\u00A0', CodePointClass::space},     {U'\u2028', CodePointClass::space},
      {U'\n', CodePointClass::space},         {U'“', CodePointClass::punctuation},
      {U'€', CodePointClass::punctuation},    {U'\u0301', CodePointClass::combining},
      {U'\u00AD', CodePointClass::invisible}, {U'\0', CodePointClass::invisible},
      {U'\uFEFF', CodePointClass::invisible}, {U'\uFFFD', CodePointClass::invisible},
      {U'言', CodePointClass::ideograph},     {U'\U00020001', CodePointClass::ideograph},
      {U'🔥', CodePointClass::punctuation},   {U'\U0010FFFF', CodePointClass::letter},
  };
  for (const auto& [point, kind] : cases) {
    EXPECT_EQ(normalisation_.class_of(point), kind) << static_cast<std::uint32_t>(point);
  }
}

TEST_F(NormalisationTest, folds_case_and_accents_away) {
  EXPECT_EQ(folded("Zoé Martín"), "zoe martin");
  EXPECT_EQ(folded("Zoe\u0301"), "zoe");
  EXPECT_EQ(folded("un\u00ADsafe\u200B"), "unsafe");
  EXPECT_EQ(folded("言🔥"), "言🔥");
}

TEST(Normalisation, refuses_tables_that_contradict_themselves) {
  using Table = std::vector<std::int32_t>;
  const Table no_ranges;
  const Table end = {0x110000, 1};
  const struct {
    const char* fault;
    Table ranges;
    Table replaced;
  } cases[] = {
      {"half a row", {9, 9}, end},
      {"a range that ends before it starts", {10, 9, 1}, end},
      {"overlapping ranges", {9, 12, 1, 12, 13, 1}, end},
      {"an unknown class", {9, 9, 7}, end},
      {"a negative code point", {-1, 9, 1}, end},
      {"beyond Unicode", {9, 0x110000, 1}, end},
      {"no last row", no_ranges, {}},
      {"a last row of another code point", no_ranges, {65, 0}},
      {"descending code points", no_ranges, {66, 0, 65, 0, 0x110000, 1}},
      {"descending offsets", no_ranges, {65, 1, 66, 0, 0x110000, 1}},
      {"an offset outside the text", no_ranges, {65, 0, 0x110000, 2}},
  };
  ASSERT_TRUE(Normalisation::create(no_ranges, end, "x"));
  for (const auto& [fault, ranges, replaced] : cases) {
    const auto normalisation = Normalisation::create(ranges, replaced, "x");
    ASSERT_FALSE(normalisation) << fault;
    EXPECT_EQ(normalisation.error().code, ErrorCode::model_corrupt);
  }
}

TEST(Normalisation, refuses_a_replacement_that_would_blow_texts_up) {
  const std::string text(100, 'a');
  EXPECT_FALSE(Normalisation::create({}, std::vector<std::int32_t>{65, 0, 0x110000, 100}, text));
}

}  // namespace
}  // namespace quoth::segment
