#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "quoth/result.h"

namespace quoth::page {

/// What an article's page may have at most. The parser's time is bounded by tags times depth.
struct MarkupLimits {
  static constexpr std::size_t bytes = std::size_t{16} << 20U;
  static constexpr std::size_t tags = 400'000;  ///< Start tags.
  static constexpr std::size_t depth = 800;  ///< Elements open at once, reckoned on the safe side.
};

/// The error page_too_large where a page is beyond the limits; nothing where it may be parsed. Looks at tags alone, once, before
/// there is a tree: the depth is never less than the parser's, and more where tags are badly nested.
std::optional<Error> markup_beyond_limits(std::string_view html);

}  // namespace quoth::page
