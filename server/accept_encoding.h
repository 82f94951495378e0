#pragma once

#include <string_view>

namespace quoth::server {

/// Whether an Accept-Encoding field allows gzip: it names gzip (or x-gzip, or * where gzip is not named) with a weight above 0.
bool accepts_gzip(std::string_view accept_encoding) noexcept;

}  // namespace quoth::server
