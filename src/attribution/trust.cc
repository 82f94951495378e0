#include "attribution/trust.h"

#include <algorithm>

#include "nn/probability.h"

namespace quoth::attribution {
namespace {

constexpr std::size_t most_candidates = 3;

/// The speaker goes first; nobody after it is more likely.
void abstain(Quotation& quotation) {
  const EntityReference unsure = *quotation.speaker;
  std::vector<EntityReference> candidates{unsure};
  for (EntityReference other : quotation.candidates) {
    if (other.entity == unsure.entity || candidates.size() == most_candidates) continue;
    other.confidence = std::min(other.confidence, unsure.confidence);
    candidates.push_back(other);
  }
  quotation.speaker.reset();
  quotation.candidates = std::move(candidates);
  quotation.why.emplace_back("rule:unsure_speaker");
}

}  // namespace

float probability(const model::Logistic& logistic, const Clues& clues) {
  double sum = logistic.intercept;
  for (const Clue& clue : clues) {
    const auto weight = std::lower_bound(
        logistic.weights.begin(), logistic.weights.end(), clue.name,
        [](const model::Logistic::Weight& w, const std::string& name) { return w.name < name; });
    if (weight != logistic.weights.end() && weight->name == clue.name)
      sum += double{weight->value} * double{clue.value};
  }
  return nn::sigmoid(static_cast<float>(sum));
}

void Trust::judge(const std::vector<Evidence>& evidence, float least_speaker,
                  Record& record) const {
  for (std::size_t k = 0; k < record.quotations.size(); ++k) {
    Quotation& quotation = record.quotations[k];
    if (quotation_) quotation.confidence = probability(*quotation_, evidence[k].quotation);
    if (!quotation.speaker) continue;
    if (speaker_) quotation.speaker->confidence = probability(*speaker_, evidence[k].speaker);
    if (quotation.speaker->confidence < least_speaker) {
      abstain(quotation);
    } else {
      quotation.candidates.clear();
    }
  }
}

}  // namespace quoth::attribution
