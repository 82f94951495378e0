#pragma once

#include <string_view>
#include <vector>

#include "segment/normalisation.h"
#include "segment/segmented_text.h"

namespace quoth::segment {

/// Abbreviations after which a full stop ends no sentence: folded, sorted, without the stop.
using Abbreviations = std::vector<std::string_view>;

/// Fills `sentences`; paragraphs end them. REQUIRES: words, gaps and paragraphs are set.
void split_sentences(std::string_view text, const Normalisation& normalisation,
                     const Abbreviations& abbreviations, SegmentedText& out);

}  // namespace quoth::segment
