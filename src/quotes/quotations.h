#pragma once

#include <string_view>
#include <vector>

#include "base/rule_choice.h"
#include "quotes/draft.h"

namespace quoth::quotes {

/// Turns the network's anchors and roles, with the text's quotation marks, into quotations: spans, kind, nesting,
/// confidence; in order of first content byte, outer before inner. The rules stand, in order, in rules.h, and each that
/// changed something is named in Quotation::why.
std::vector<Draft> make_quotations(std::string_view text, const segment::SegmentedText& segmented,
                                   const tag::TaggedText& tagged,
                                   const base::RuleChoice& rules = {});

}  // namespace quoth::quotes
