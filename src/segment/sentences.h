#pragma once

#include <string_view>
#include <vector>

#include "segment/segmented_text.h"

namespace quoth::segment {

/// Abbreviations after which a full stop ends no sentence: lower case, sorted, without the stop.
using Abbreviations = std::vector<std::string_view>;

/// Fills `sentences`; paragraphs end them. REQUIRES: words, gaps and paragraphs are set.
void split_sentences(std::string_view text, const Abbreviations& abbreviations, SegmentedText& out);

}  // namespace quoth::segment
