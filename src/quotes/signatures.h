#pragma once

#include <vector>

#include "quotes/draft.h"

namespace quoth::quotes {

/// signed — a quotation without a cue, or with the dash for one, that a dash and a name follow to the end of its paragraph is whose name that is:
/// “We won.” ― Ana Ruiz. Lists of letters and of statements are signed so, and the network takes the name for the next one's.
void read_signatures(const Context& context, const char* name, std::vector<Draft>& drafts);

}  // namespace quoth::quotes
