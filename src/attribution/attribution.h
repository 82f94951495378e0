#pragma once

#include <string_view>
#include <vector>

#include "base/rule_choice.h"
#include "entities/resolver.h"
#include "quotes/draft.h"
#include "quoth/quotation.h"

namespace quoth::attribution {

/// Gives each quotation its speaker (speakers.h), negation (negation.h), flags (flags.h), addressee, subjects, medium, time
/// (circumstances.h, second_person.h, exchange.h) and act (acts.h), and makes the record. `published` is what the input says of the day of publication, ISO 8601 or empty; see publication.h.
Record attribute(std::string_view text, const segment::SegmentedText& segmented,
                 std::vector<quotes::Draft> drafts, entities::Resolution resolution,
                 std::string_view published = {}, const base::RuleChoice& rules = {});

}  // namespace quoth::attribution
