#pragma once

#include <vector>

#include "entities/pair_features.h"
#include "entities/word_keys.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

/// The tagged names, and those that the tagger missed in sources, in text order:
///
///   title_then_name    capitalised words after a title, at the end of the source's noun phrase or before a comma: "Prime Minister Nouri Maliki"
///   capitalised_source a source of two or more capitalised words and nothing else: "the Clean Air Council"; a person if it starts with a first name
std::vector<tag::TaggedName> with_untagged_names(const WordReader& reader,
                                                 const tag::TaggedText& tagged,
                                                 const WordSet& titles,
                                                 const FirstNames& first_names);

}  // namespace quoth::entities
