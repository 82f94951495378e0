#pragma once

#include <map>
#include <vector>

#include "entities/name_sieve.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

/// The phrase that a source is part of, where the network cut it short; the source itself elsewhere. Only who is meant follows from it:
/// the record keeps the source as tagged.
///
///   inside a name   "Kanye" of "Kanye West"
///   role and name   "Iraqi Prime Minister" before "Nouri Maliki"
///   possessive      "England's" before "manager Gareth Southgate"
segment::WordRange whole_source(const WordReader& reader, segment::WordRange source,
                                const NameGroups& groups, const WordSet& titles);

/// Of sources that the network tagged in several ranges, by the first: all of them, the nearest to the cue first.
std::map<segment::WordRange, std::vector<segment::WordRange>> split_sources(
    const tag::TaggedText& tagged);

}  // namespace quoth::entities
