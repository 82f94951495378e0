#pragma once

#include <cstddef>
#include <vector>

#include "segment/segmented_text.h"

namespace quoth::tag {

/// The words that the network reads at once, and those of them whose answer is taken from it.
struct Window {
  segment::WordRange words;
  segment::WordRange owned;  ///< Inside `words`; the owned ranges of all windows tile the text.
};

/// Packs whole paragraphs (sentences of long ones, parts of longer sentences) into windows of at most
/// `window` word pieces, of which up to `overlap` repeat the window before; see docs/formats/model.md.
std::vector<Window> windows_of(const segment::SegmentedText& text, std::size_t window,
                               std::size_t overlap);

}  // namespace quoth::tag
