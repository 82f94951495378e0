#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoth::server {

/// What stands for a plus sign: itself in a path, a space in a query.
enum class Plus { itself, space };

/// A part of an address without its percent signs. Nothing where an escape is broken, or what comes out is no UTF-8 or holds
/// control characters other than tab, line feed and carriage return.
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

}  // namespace quoth::server
