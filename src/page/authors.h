#pragma once

#include <optional>
#include <string>

#include "page/blocks.h"
#include "page/metadata.h"

namespace quoth::page {

/// Who wrote the article, names as the page gives them, by the first of an ordered list of named rules that finds any (authors.cc).
std::optional<std::string> find_author(const Blocks& blocks, const Metadata& metadata);

}  // namespace quoth::page
