#pragma once

#include <string>
#include <string_view>

namespace quoth::server {

/// A weak tag, W/"…", of what an answer depends on: weak, as the gzipped answer has the same.
std::string etag_of(std::string_view what);

/// Whether an If-None-Match field has the tag (or is *), by weak comparison.
bool matches(std::string_view if_none_match, std::string_view etag) noexcept;

}  // namespace quoth::server
