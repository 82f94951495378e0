#pragma once

#include <string>
#include <string_view>

#include "cli/pretty.h"
#include "search/hit.h"

namespace quoth::cli {

/// A hit for people: who, when and where; the content, wrapped, what was found in it bold; the cue, how sure, and its number in the record.
/// The format may change.
std::string shown(const search::Hit& hit, const PrettyStyle& style);

/// Text without what would command the terminal, on one line.
std::string on_one_line(std::string_view text);

/// With an SGR code ("1": bold) around it where the style has colours.
std::string painted(std::string_view text, const char* code, const PrettyStyle& style);

}  // namespace quoth::cli
