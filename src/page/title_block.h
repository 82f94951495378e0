#pragma once

#include <cstddef>
#include <string_view>

#include "page/blocks.h"

namespace quoth::page {

/// Index of the block that is the article's heading: the first heading with most of the title's words, else the first h1; the number of
/// blocks where there is neither.
std::size_t title_block(const Blocks& page, std::string_view title);

}  // namespace quoth::page
