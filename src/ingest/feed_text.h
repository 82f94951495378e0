#pragma once

#include <string>
#include <string_view>

#include "quoth/result.h"

namespace quoth::ingest {

/// The text of an entry's content in HTML. Content without tags and character references is its own text. Fails as
/// page::read_fragment() does.
Result<std::string> text_of_feed_html(std::string_view html);

}  // namespace quoth::ingest
