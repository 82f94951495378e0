#pragma once

#include <string_view>

#include "base/rule_choice.h"
#include "segment/segmented_text.h"
#include "tag/tagged_text.h"

namespace quoth::quotes {

/// turn — each turn of a transcript (transcript.h) is an attribution: its label the source, the colon the cue, all up to the next label
/// the content. The network knows such lines but not where a turn ends; and what it finds inside a turn ends with it, so that it nests.
///
/// Runs before make_quotations and the resolver, which take a turn for one more anchor with a source; `TaggedAnchor::transcript` tells.
void add_turns(std::string_view text, const segment::SegmentedText& segmented,
               const base::RuleChoice& rules, tag::TaggedText& tagged);

}  // namespace quoth::quotes
