#pragma once

#include <string_view>

#include "segment/normalisation.h"
#include "segment/segmented_text.h"
#include "segment/vocabulary.h"

namespace quoth::segment {

/// Cuts the text into words with their pieces and shapes; gaps are left for set_gaps().
/// REQUIRES: valid UTF-8.
void split_words(std::string_view text, const Normalisation& normalisation,
                 const Vocabulary& vocabulary, SegmentedText& out);

}  // namespace quoth::segment
