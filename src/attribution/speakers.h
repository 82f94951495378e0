#pragma once

#include <string_view>
#include <vector>

#include "entities/resolver.h"
#include "quotes/draft.h"
#include "quoth/quotation.h"

namespace quoth::attribution {

/// Gives each quotation its speaker and makes the record. The rules, in order; the first that answers is named in
/// Quotation::why:
///
///   we_of_organization  "we" inside the words of someone whom a source names with an organisation means that organisation
///   speaker_of_parent   a source "I" or "we" inside another quotation means that one's speaker
///   source              the entity of the quotation's source
///   same_sentence       a cue without a source that is not passive ("were told"): the speaker of the quotation before
///                       it in its sentence
///   same_paragraph      marked content without cue and source, right after another of the same paragraph: the same speaker
Record attribute(std::string_view text, const segment::SegmentedText& segmented,
                 std::vector<quotes::Draft> drafts, entities::Resolution resolution,
                 std::string_view published = {});

}  // namespace quoth::attribution
