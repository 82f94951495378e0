#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "page/blocks.h"
#include "page/metadata.h"
#include "page/written_date.h"

namespace quoth::page {

/// What the rules for dates look at. Borrows all.
struct DateClues {
  const Blocks& blocks;
  const Metadata& metadata;
  std::string_view url, title;
  DayOrder order = DayOrder::unknown;
};

/// How the page writes 05/11/2019: as one of its own dates proves, else as its language and country do; unknown where these leave it open.
DayOrder day_order(const Blocks& blocks, std::string_view language, std::string_view url);

/// The day of publication (ISO, at its own precision) by the first of an ordered list of named rules that finds one (page_dates.cc).
std::optional<std::string> find_published(const DateClues& clues);

/// The day of the last change that the page states.
std::optional<std::string> find_modified(const DateClues& clues);

}  // namespace quoth::page
