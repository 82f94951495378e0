#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quotes/draft.h"
#include "quoth/record.h"

namespace quoth::attribution {

/// One named number that speaks for or against an answer. Yes-or-no ones are 1, and absent for no.
struct Clue {
  std::string name;
  float value = 1.0F;
};

using Clues = std::vector<Clue>;  ///< Each name once.

/// What the calibrated confidences of one quotation are computed from (trust.h).
struct Evidence {
  Clues quotation;  ///< For its link. Never empty.
  Clues speaker;    ///< For its speaker; empty where nobody is named.
};

/// The evidence of each quotation, in order. REQUIRES: `record` was attributed from `drafts`, and its confidences are still those
/// of the heads and rules. `annotation` is whose habits the network followed: "wikinews", "polnear".
///
/// The names form an open set: each rule that `why` can tell brings its own, so a rule needs no line here to be weighed.
std::vector<Evidence> evidence_of(const quotes::Context& context,
                                  const std::vector<quotes::Draft>& drafts, const Record& record,
                                  std::string_view annotation);

}  // namespace quoth::attribution
