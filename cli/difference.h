#pragma once

#include <string>

#include "search/comparison.h"

namespace quoth::cli {

/// Two lines, one for each side: what is left out is marked [-so-], what is put in {+so+}, what stands elsewhere ~so~; with `color` also red, green and
/// yellow. Each line begins with `indent`.
std::string difference(const search::Comparison& comparison, const std::string& indent, bool color);

/// "grave: negation, truncation"
std::string severity_and_classes(const search::Comparison& comparison);

/// On one line of a terminal, without what would command it.
std::string one_line(std::string_view text);

}  // namespace quoth::cli
