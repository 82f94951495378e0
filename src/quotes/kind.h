#pragma once

#include <string_view>
#include <vector>

#include "quoth/quotation.h"

namespace quoth::quotes {

/// From the share of the content's letters and digits that stand inside double quotation marks which the content itself
/// holds: none, indirect; more than 95 %, direct; else mixed. (So an opening "that" does not make direct speech mixed, and what is
/// nested inside another's marks is not direct by them.)
Quotation::Kind kind_of(std::string_view text, const std::vector<Span>& content);

}  // namespace quoth::quotes
