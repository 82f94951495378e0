#pragma once

#include <vector>

#include "entities/resolver.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// Sets the flag `second_hand` on quotations that another voice reports: "“We won,” Ana Ruiz said, according to the AP". A quotation is one when
/// it stands in the content of another, and that one's speaker is not its own: both are known and differ, or nobody is named for one of them
/// and its source is no pronoun. "I" and "we" are always whoever is quoted. REQUIRES: all drafts have their speakers.
void flag_second_hand(const entities::Resolution& resolution, std::vector<quotes::Draft>& drafts);

}  // namespace quoth::attribution
