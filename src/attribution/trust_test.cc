#include "attribution/trust.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "attribution/attribution.h"
#include "attribution/quotation_clues.h"
#include "entities/resolver.h"
#include "quotes/made_up_text.h"
#include "quotes/quotations.h"

namespace quoth::attribution {
namespace {

using model::Logistic;
using quotes::MadeUpText;
using tag::NameType;

struct Attributed {
  Record record;
  std::vector<Evidence> evidence;
};

Attributed attributed(const MadeUpText& text) {
  static const std::vector<float> no_weights(9 * 16, 0.0F);
  const auto& model = MadeUpText::model();
  const entities::Resolver resolver(
      {no_weights, model->text("lexicon.pronouns"), model->text("lexicon.first_names")});
  const auto drafts = quotes::make_quotations(text.text(), text.segmented(), text.tagged());
  Attributed made;
  made.record = attribute(text.text(), text.segmented(), drafts,
                          resolver.resolve(text.text(), text.segmented(), text.tagged(), {}));
  made.evidence = evidence_of(text.context(), drafts, made.record, "wikinews");
  return made;
}

Attributed one_quotation() {
  MadeUpText text("Ana Ruiz said that it rains.");
  text.name("Ana Ruiz", NameType::person).attribute("Ana Ruiz", "said", {"that it rains"});
  return attributed(text);
}

model::Config calibrated(Logistic quotation, Logistic speaker) {
  model::Config config;
  config.quotation_trust = std::move(quotation);
  config.speaker_trust = std::move(speaker);
  return config;
}

float value_of(const Clues& clues, std::string_view name) {
  const auto clue =
      std::find_if(clues.begin(), clues.end(), [&](const Clue& c) { return c.name == name; });
  return clue == clues.end() ? 0.0F : clue->value;
}

TEST(Trust, the_probability_is_the_logistic_of_the_weighed_clues) {
  const Logistic logistic{-1.0F, {{"a", 0.5F}, {"b", 2.0F}}};
  EXPECT_FLOAT_EQ(probability(logistic, {}), 0.26894143F);
  EXPECT_FLOAT_EQ(probability(logistic, {{"a", 2.0F}}), 0.5F);
  EXPECT_FLOAT_EQ(probability(logistic, {{"b", 0.5F}, {"a", 2.0F}}), 0.73105858F);
}

TEST(Trust, a_clue_without_a_weight_counts_for_nothing) {
  const Logistic logistic{0.0F, {{"b", 2.0F}}};
  EXPECT_EQ(probability(logistic, {{"a", 9.0F}, {"c", 9.0F}, {"bb", 9.0F}}), 0.5F);
}

TEST(Trust, a_probability_rises_with_a_clue_of_positive_weight) {
  const Logistic logistic{0.3F, {{"a", 0.7F}}};
  for (float value = -20.0F; value < 20.0F; value += 0.5F) {
    EXPECT_LE(probability(logistic, {{"a", value}}), probability(logistic, {{"a", value + 0.5F}}));
  }
  EXPECT_GE(probability(logistic, {{"a", -1e9F}}), 0.0F);
  EXPECT_LE(probability(logistic, {{"a", 1e9F}}), 1.0F);
}

TEST(Trust, without_weights_the_confidences_of_heads_and_rules_stay) {
  auto [record, evidence] = one_quotation();
  Trust(model::Config{}).judge(evidence, 0.0F, record);
  EXPECT_FLOAT_EQ(record.quotations[0].confidence, 0.9F);
  EXPECT_FLOAT_EQ(record.quotations[0].speaker->confidence, entities::name_confidence);
}

TEST(Trust, both_confidences_are_replaced) {
  auto [record, evidence] = one_quotation();
  const auto config = calibrated({1.0F, {}}, {0.0F, {{"why:source:name_at_the_end", 2.0F}}});
  Trust(config).judge(evidence, 0.0F, record);
  EXPECT_FLOAT_EQ(record.quotations[0].confidence, 0.73105858F);
  EXPECT_FLOAT_EQ(record.quotations[0].speaker->confidence, 0.88079708F);
}

TEST(Trust, an_unsure_speaker_is_the_first_candidate_instead) {
  auto [record, evidence] = one_quotation();
  record.quotations[0].candidates = {{0, 0.8F}, {0, 0.1F}};
  Trust(calibrated({}, {})).judge(evidence, 0.6F, record);
  const Quotation& quotation = record.quotations[0];
  EXPECT_FALSE(quotation.speaker);
  ASSERT_EQ(quotation.candidates.size(), 1U);
  EXPECT_EQ(record.entities[quotation.candidates[0].entity].name, "Ana Ruiz");
  EXPECT_FLOAT_EQ(quotation.candidates[0].confidence, 0.5F);
  EXPECT_EQ(quotation.why.back(), "rule:unsure_speaker");
}

TEST(Trust, no_other_candidate_is_surer_than_the_unsure_speaker) {
  auto [record, evidence] = one_quotation();
  record.entities.resize(5);
  const std::size_t speaker = record.quotations[0].speaker->entity;
  for (std::size_t other = 0; other < 5; ++other) {
    if (other != speaker) record.quotations[0].candidates.push_back({other, 0.9F});
  }
  Trust(calibrated({}, {})).judge(evidence, 0.6F, record);
  ASSERT_EQ(record.quotations[0].candidates.size(), 3U);
  for (const EntityReference& candidate : record.quotations[0].candidates)
    EXPECT_FLOAT_EQ(candidate.confidence, 0.5F);
}

TEST(Trust, a_sure_speaker_has_no_candidates_beside_it) {
  auto [record, evidence] = one_quotation();
  record.quotations[0].candidates = {{0, 0.8F}};
  Trust(calibrated({}, {})).judge(evidence, 0.4F, record);
  EXPECT_TRUE(record.quotations[0].speaker);
  EXPECT_TRUE(record.quotations[0].candidates.empty());
}

TEST(Evidence, a_quotation_tells_what_the_network_and_the_rules_made_of_it) {
  const Clues clues = one_quotation().evidence[0].quotation;
  EXPECT_FLOAT_EQ(value_of(clues, "anchor:indirect"), log_odds(0.9F));
  EXPECT_FLOAT_EQ(value_of(clues, "length"), log_count(3));
  for (const char* fact : {"kind:indirect", "act:say", "short", "annotation:wikinews"})
    EXPECT_EQ(value_of(clues, fact), 1.0F) << fact;
  for (const char* absent : {"no_source", "no_cue", "nested", "no_stop", "cut_marks", "rival"})
    EXPECT_EQ(value_of(clues, absent), 0.0F) << absent;
}

TEST(Evidence, content_that_leaves_marks_open_or_ends_before_a_word_is_told) {
  MadeUpText text("Ana Ruiz said it was \"cold and wet\" in Rome today.");
  text.name("Ana Ruiz", NameType::person).attribute("Ana Ruiz", "said", {"it was \"cold and"});
  const Clues clues = attributed(text).evidence[0].quotation;
  EXPECT_EQ(value_of(clues, "cut_marks"), 1.0F);
  EXPECT_EQ(value_of(clues, "no_stop"), 1.0F);
}

TEST(Evidence, quotations_that_overlap_without_holding_one_another_are_rivals) {
  MadeUpText text("Ana Ruiz said that it rains and Bo thinks it snows today.");
  text.attribute("Ana Ruiz", "said", {"that it rains and Bo"})
      .attribute("", "thinks", {"Bo thinks it snows"});
  for (const Evidence& evidence : attributed(text).evidence)
    EXPECT_EQ(value_of(evidence.quotation, "rival"), 1.0F);
}

TEST(Evidence, a_rule_that_was_used_twice_is_one_clue) {
  MadeUpText text(
      "\"It rains all day,\" Ana Ruiz said. \"It is cold in here.\" \"We go home right now.\"");
  text.attribute("Ana Ruiz", "said", {"\"It rains all day,\""});
  const auto made = attributed(text);
  EXPECT_EQ(made.record.quotations.at(0).content.size(), 3U);
  const Clues& clues = made.evidence[0].quotation;
  EXPECT_EQ(std::count_if(clues.begin(), clues.end(),
                          [](const Clue& c) { return c.name == "rule:join_floating"; }),
            1);
}

TEST(Evidence, a_speaker_tells_the_rule_that_named_it) {
  MadeUpText text("Ana Ruiz said that it rains. Bo Lee left. Ruiz said that it snows.");
  text.name("Ana Ruiz", NameType::person).name("Bo Lee", NameType::person);
  text.name("Ruiz", NameType::person, 2);
  text.attribute("Ana Ruiz", "said", {"that it rains"});
  tag::TaggedAnchor again;
  again.word = text.words("said", 2).first;
  again.probability = again.role_probability = 0.9F;
  again.roles = {{tag::Role::source, text.words("Ruiz", 2)},
                 {tag::Role::content, text.words("that it snows")}};
  text.mention(tag::TaggedMention::Origin::source, text.words("Ruiz", 2));
  text.add(again);
  const auto made = attributed(text);
  ASSERT_EQ(made.evidence.size(), 2U);
  const Clues clues = made.evidence[1].speaker;
  EXPECT_EQ(value_of(clues, "why:coref:surname"), 1.0F);
  EXPECT_EQ(value_of(clues, "type:person"), 1.0F);
  EXPECT_FLOAT_EQ(value_of(clues, "persons_near"), log_count(2));
  EXPECT_FLOAT_EQ(value_of(clues, "link"), log_odds(0.81F));
}

TEST(Evidence, nobody_s_evidence_is_empty) {
  MadeUpText text("It was said that more money comes.");
  text.attribute("", "was said", {"that more money comes"});
  const auto made = attributed(text);
  EXPECT_TRUE(made.evidence[0].speaker.empty());
  EXPECT_EQ(value_of(made.evidence[0].quotation, "no_source"), 1.0F);
}

}  // namespace
}  // namespace quoth::attribution
