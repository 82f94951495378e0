#pragma once

#include <vector>

#include "entities/mention.h"
#include "tag/pronouns.h"

namespace quoth::entities {

/// The mentions of a text, in the tagger's order, with what their features need. They borrow `tagged`.
std::vector<Mention> read_mentions(const WordReader& reader, const tag::TaggedText& tagged,
                                   const tag::Pronouns& pronouns);

}  // namespace quoth::entities
