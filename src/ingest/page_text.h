#pragma once

#include "ingest/item.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// The item with its page's main text as its document, and with what the page says of itself; one without a page as it is. A URL that is known
/// already stays: it is where the page was found, and what the page states may lead elsewhere. An item without a key gets its
/// URL or path for one. Codes: those of page::read_page(). Any number of threads may make texts at once.
Result<Item> with_text(Item item, const InputOptions& options);

}  // namespace quoth::ingest
