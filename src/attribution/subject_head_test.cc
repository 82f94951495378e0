#include "attribution/subject_head.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "attribution/made_up_record.h"

namespace quoth::attribution {
namespace {

using quotes::MadeUpText;
using tag::NameType;

constexpr std::size_t width = 3, hidden = 5, inputs = subject_features + 5 * width;

std::vector<float> random_values(std::size_t count, unsigned seed) {
  std::mt19937 generator(seed);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  std::vector<float> values(count);
  for (float& value : values) value = normal(generator);
  return values;
}

/// The slow, obvious twin: the whole input first, then each hidden unit by itself.
float slow_score(const SubjectHead::Tables& tables, const SubjectHead::Evidence& evidence) {
  std::vector<float> input(evidence.features.begin(), evidence.features.end());
  for (const auto& vector : {evidence.anchor, evidence.content, evidence.mention})
    input.insert(input.end(), vector.begin(), vector.end());
  for (const auto& vector : {evidence.anchor, evidence.content}) {
    for (std::size_t k = 0; k < width; ++k) input.push_back(vector[k] * evidence.mention[k]);
  }
  float score = tables.output[hidden];
  for (std::size_t unit = 0; unit < hidden; ++unit) {
    float sum = tables.bias[unit];
    for (std::size_t k = 0; k < inputs; ++k) sum += input[k] * tables.weights[k * hidden + unit];
    score += std::max(sum, 0.0F) * tables.output[unit];
  }
  return score;
}

TEST(SubjectHead, scores_as_its_slow_twin) {
  const auto weights = random_values(inputs * hidden, 1), bias = random_values(hidden, 2),
             output = random_values(hidden + 1, 3);
  const SubjectHead::Tables tables{width, weights, bias, output};
  const SubjectHead head(tables);
  std::vector<float> shared;
  SubjectHead::Buffers buffers;
  for (unsigned seed = 10; seed < 20; ++seed) {
    const auto features = random_values(subject_features, seed);
    const auto vectors = random_values(3 * width, seed + 100);
    const std::span<const float> all = vectors;
    const SubjectHead::Evidence evidence{features, all.subspan(0, width), all.subspan(width, width),
                                         all.subspan(2 * width)};
    head.start(evidence.anchor, evidence.content, shared);
    EXPECT_NEAR(head.score(shared, evidence, buffers), slow_score(tables, evidence), 1e-3F);
  }
}

/// A head whose only hidden unit takes the features by the weights given, and the word vectors not at all.
class MadeUpHead {
 public:
  MadeUpHead() : weights_(subject_features + 5 * width, 0.0F) {}

  MadeUpHead& weigh(SubjectFeature feature, float weight) {
    weights_[static_cast<std::size_t>(feature)] = weight;
    return *this;
  }

  Record chosen(const MadeUpText& text) const {
    Record record = recorded(text);
    const auto drafts = quotes::make_quotations(text.text(), text.segmented(), text.tagged());
    const std::vector<float> vectors(text.segmented().words.size() * width, 0.0F);
    SubjectHead({width, weights_, bias_, output_, 0.5F, 0.7F})
        .choose(text.context(), drafts, vectors, {}, record);
    return record;
  }

 private:
  std::vector<float> weights_, bias_{0.0F}, output_{1.0F, -1.0F};
};

std::vector<std::string> about(const Record& record) {
  std::vector<std::string> names;
  for (const EntityReference& subject : record.quotations.at(0).about)
    names.push_back(record.entities[subject.entity].name);
  return names;
}

using Names = std::vector<std::string>;

TEST(SubjectHead, the_most_probable_comes_first_and_further_ones_must_be_surer) {
  MadeUpText text("Ana Ruiz said that Mary Hill will join Acme.");
  text.name("Ana Ruiz", NameType::person)
      .name("Mary Hill", NameType::person)
      .name("Acme", NameType::organization);
  text.attribute("Ana Ruiz", "said", {"that Mary Hill will join Acme"});
  using F = SubjectFeature;
  const Record both =
      MadeUpHead().weigh(F::first_in_content, 2.0F).weigh(F::second_in_content, 3.0F).chosen(text);
  EXPECT_EQ(about(both), (Names{"Acme", "Mary Hill"}));
  EXPECT_EQ(both.quotations[0].why.back(), "head:about");
  const Record one =
      MadeUpHead().weigh(F::first_in_content, 1.5F).weigh(F::second_in_content, 3.0F).chosen(text);
  EXPECT_EQ(about(one), Names{"Acme"});
}

TEST(SubjectHead, a_speaker_may_speak_of_herself) {
  MadeUpText text("Ana Ruiz said \u201cI will go\u201d.");
  text.name("Ana Ruiz", NameType::person);
  text.attribute("Ana Ruiz", "said", {"\u201cI will go\u201d"});
  EXPECT_EQ(about(MadeUpHead().weigh(SubjectFeature::speaker, 2.0F).chosen(text)),
            Names{"Ana Ruiz"});
}

TEST(SubjectHead, where_nobody_is_probable_a_content_is_about_nobody) {
  MadeUpText text("Ana Ruiz said that Mary Hill came.");
  text.name("Ana Ruiz", NameType::person).name("Mary Hill", NameType::person);
  text.attribute("Ana Ruiz", "said", {"that Mary Hill came"});
  const Record record = MadeUpHead().chosen(text);
  EXPECT_TRUE(about(record).empty());
  const auto& why = record.quotations[0].why;
  EXPECT_EQ(std::find(why.begin(), why.end(), "head:about"), why.end());
}

}  // namespace
}  // namespace quoth::attribution
