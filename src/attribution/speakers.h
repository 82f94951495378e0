#pragma once

#include <cstddef>
#include <vector>

#include "base/rule_choice.h"
#include "entities/resolver.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// Gives one quotation its speaker, and says who else it may be (trust.h decides which of the two the record keeps). REQUIRES: the quotations before it have theirs. The rules, in order; the
/// first that answers is named in Quotation::why:
///
///   we_of_organization  "we" inside the words of someone whom a source names with an organisation means that organisation
///   speaker_of_parent   a source "I" or "we" inside another quotation means that one's speaker
///   source              the entity of the quotation's source
///   same_sentence       a cue without a source that is not passive ("were told"): the speaker of the quotation before
///                       it in its sentence
///   same_paragraph      marked content without cue and source, right after another of the same paragraph: the same speaker
void name_speaker(const quotes::Context& context, const entities::Resolution& resolution,
                  const base::RuleChoice& chosen, std::vector<quotes::Draft>& drafts,
                  std::size_t index);

}  // namespace quoth::attribution
