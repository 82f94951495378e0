#include "entities/antecedents.h"

#include <algorithm>
#include <map>

#include "nn/probability.h"

namespace quoth::entities {

float AntecedentScorer::pair(const Mention& i, const Mention& j,
                             std::size_t mentions_between) const {
  float product = 0.0F;
  for (std::size_t k = 0; k < tag::mention_key_width; ++k)
    product += j.tagged->query[k] * i.tagged->key[k];
  float score = product / 8.0F;
  const Features features = features_.of(i, j, mentions_between);
  for (std::size_t n = 0; n < features.size(); ++n) {
    score += weights_[n * feature_buckets + features[n]];
  }
  return score;
}

Antecedents AntecedentScorer::normalised(const std::vector<Scored>& scored, float none) {
  float most = none;
  for (const Scored& s : scored) most = std::max(most, s.score);
  double total = nn::exponential(double{none} - double{most});
  std::map<std::size_t, double> by_entity;  // Marginal: the mentions of one entity add up.
  for (const Scored& s : scored) {
    const double power = nn::exponential(double{s.score} - double{most});
    by_entity[s.entity] += power;
    total += power;
  }
  Antecedents out;
  out.none = static_cast<float>(nn::exponential(double{none} - double{most}) / total);
  for (const auto& [entity, power] : by_entity) {
    out.entities.push_back({entity, static_cast<float>(power / total)});
  }
  std::stable_sort(out.entities.begin(), out.entities.end(),
                   [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  return out;
}

}  // namespace quoth::entities
