#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoth::server {

/// A gzip member, fast rather than small; nothing where that is not smaller. One compressor a thread.
std::optional<std::string> gzipped(std::string_view bytes);

}  // namespace quoth::server
