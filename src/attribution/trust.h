#pragma once

#include <optional>
#include <vector>

#include "attribution/evidence.h"
#include "model/model.h"
#include "quoth/record.h"

namespace quoth::attribution {

/// Turns evidence into calibrated probabilities: of a quotation, that its link is right; of a speaker, that the name is right given
/// the link. Each is a logistic model whose weights stand in the model file (docs/formats/model.md), where eval/calibrate sets them;
/// a clue without a weight counts for nothing. Whom it names less surely than a threshold it does not name: the speaker
/// becomes the first of the candidates, and `why` tells rule:unsure_speaker. Immutable, thread-safe; borrows nothing.
class Trust {
 public:
  explicit Trust(const model::Config& config)
      : quotation_(config.quotation_trust), speaker_(config.speaker_trust) {}

  /// Replaces the record's confidences, which a model file without weights leaves as they are. `least_speaker` 0 never
  /// abstains. REQUIRES: evidence_of() this record, which has its candidates beside its speakers; afterwards it has either.
  void judge(const std::vector<Evidence>& evidence, float least_speaker, Record& record) const;

 private:
  std::optional<model::Logistic> quotation_, speaker_;
};

/// The probability that the model gives to what these clues speak for; 0 … 1, rises with each clue of positive weight.
float probability(const model::Logistic& logistic, const Clues& clues);

}  // namespace quoth::attribution
