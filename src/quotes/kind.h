#pragma once

#include <vector>

#include "quotes/draft.h"

namespace quoth::quotes {

/// From the share of the content's words that stand inside quotation marks which the content itself holds: none, indirect;
/// more than 95 % of their letters, direct; else mixed. (So an opening "that" does not make direct speech mixed, and what is nested inside
/// another's marks is not direct by them.)
Quotation::Kind kind_of(const Context& context, const std::vector<segment::WordRange>& content);

}  // namespace quoth::quotes
