#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "quoth/quotation.h"

namespace quoth::variants {

/// Who is said to have spoken.
struct Speaker {
  std::string_view name;  ///< Fullest form; empty: nobody is named.
  EntityType type = EntityType::unnamed;
  std::string_view kb = {};  ///< Id in a knowledge base; empty: none.
};

/// One article's rendering of what somebody said. Borrows all its text, which must be valid UTF-8.
struct Utterance {
  static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

  /// The content without its outer quotation marks; "\n" where the article breaks in ("We won," she said. "At last.").
  std::string_view content;
  Quotation::Kind kind = Quotation::Kind::direct;
  Speaker speaker = {};
  std::int32_t day = no_day;    ///< Of publication, days since 1 January 1970.
  std::uint32_t publisher = 0;  ///< The caller's number of the outlet.
};

}  // namespace quoth::variants
