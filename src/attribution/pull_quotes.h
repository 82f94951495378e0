#pragma once

#include <vector>

#include "quoth/quotation.h"

namespace quoth::attribution {

/// Flags the quotations that lie wholly inside one of `pull_quotes` (in text order, without overlap) with `pull_quote`: the page repeats there
/// what its article says elsewhere, so that whoever counts can leave them out.
void flag_pull_quotes(const std::vector<Span>& pull_quotes, Record& record);

}  // namespace quoth::attribution
