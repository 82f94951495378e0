#pragma once

#include <string_view>

#include "segment/normalisation.h"
#include "segment/segmented_text.h"

namespace quoth::segment {

/// Sets each word's gap from what stands between it and the word before, and fills `paragraphs`.
void set_gaps(std::string_view text, const Normalisation& normalisation, SegmentedText& out);

}  // namespace quoth::segment
