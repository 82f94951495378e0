#pragma once

#include <vector>

#include "quotes/draft.h"

namespace quoth::quotes {

/// Sorts by first content byte, outer before inner, and sets each quotation's parent: the smallest other one whose
/// content holds all of this one's content and its anchor.
void nest(std::vector<Draft>& drafts);

}  // namespace quoth::quotes
