#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

/// Appends the text as a JSON string, with its quotes, escaped by RFC 8259. REQUIRES: valid UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace quoth::text
