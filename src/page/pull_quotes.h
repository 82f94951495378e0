#pragma once

#include <vector>

#include "page/blocks.h"
#include "page/main_text.h"
#include "quoth/document.h"

namespace quoth::page {

/// The paragraphs that are set apart on the page (by tag or class) and repeat words of another paragraph: spans of the text, in order.
std::vector<Span> find_pull_quotes(const Blocks& page, const MainText& text);

}  // namespace quoth::page
