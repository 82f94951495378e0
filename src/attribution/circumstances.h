#pragma once

#include <optional>

#include "attribution/calendar_date.h"
#include "attribution/dateline.h"
#include "entities/resolver.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// Fills addressee, about, medium and when of a draft's quotation from what the network tagged for its anchor: of several ranges of a
/// kind the most probable one counts; about takes all, at most three, in the order of their mentions. A relative time ("on Tuesday") is
/// reckoned from `published`, one that the story sets ("two days later") from the last day that the text names before it, which `named`
/// finds.
void add_circumstances(const quotes::Context& context, const entities::Resolution& resolution,
                       const std::optional<CalendarDate>& published, NamedDates& named,
                       quotes::Draft& draft);

}  // namespace quoth::attribution
