#pragma once

#include <cstddef>
#include <vector>

#include "attribution/evidence.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// ln(p / (1 − p)) with p kept within 0.001 … 0.999. Deterministic: nn/probability.h.
float log_odds(float probability);

/// ln(1 + count).
float log_count(double count);

/// What tells whether the link of drafts[index] is right:
///
///   anchor:KIND, roles:KIND    log odds of the network's probabilities, which mean less for indirect speech
///   kind:…, act:…, rule:…      what the quotation is, and which rules shaped it
///   no_source, no_cue, nested, holds_another
///   length, pieces, cue_length, distance   logarithms of counts: words of the content, its pieces, words of the cue, words from
///                              the anchor to the nearest word of the content
///   short                      at most three words
///   cut_marks                  the content begins or ends inside marks that it leaves open
///   no_stop                    neither a sign nor the end of a paragraph follows the content
///   crosses_sentence           indirect content goes on over the end of a sentence
///   rival                      a neighbour's content overlaps, and neither holds the other
Clues quotation_clues(const quotes::Context& context, const std::vector<quotes::Draft>& drafts,
                      std::size_t index);

}  // namespace quoth::attribution
