#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quoth/quotation.h"

namespace quoth::attribution {

/// Lists "I" and "my" inside the marks of a quotation as mentions of its speaker, and "you" and "your" as those of its addressee. Of
/// quotations inside one another the inner one counts, as far as it has marks of its own. REQUIRES: `drafts` have their speakers and addressees;
/// each entity's mentions are in text order, and stay so.
void list_spoken_pronouns(const quotes::Context& context, const std::vector<quotes::Draft>& drafts,
                          std::vector<Entity>& entities);

}  // namespace quoth::attribution
