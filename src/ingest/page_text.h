#pragma once

#include <string_view>

#include "ingest/item.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// The document in a page's bytes: its main text and what it says of itself. `url` and `content_type` are what is known from elsewhere
/// (an archive, a server's header); empty: nothing. The item's key, path and record are the caller's to set. The message of an error names no
/// input.
Result<Item> page_item(std::string_view bytes, std::string_view url, std::string_view content_type,
                       const InputOptions& options);

}  // namespace quoth::ingest
