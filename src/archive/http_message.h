#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::archive {

/// A server's answer as it came over the wire. Views into the payload that it was read from, or into what unfolds its fields.
struct HttpAnswer {
  int status = 0;                      ///< 200; 0: none that could be read.
  std::string_view content_type;       ///< As stated, with its charset; empty: not at all.
  std::string_view content_encoding;   ///< "gzip", "gzip, br"; the first field's.
  std::string_view transfer_encoding;  ///< "chunked".
  std::string_view body;               ///< Still in its codings.
};

/// Nothing where the payload does not begin as an answer does, or its header does not end within 64 KiB (header_fields.h).
/// Values of several lines are put together in `unfolded`. REQUIRES: both outlive what is read.
std::optional<HttpAnswer> read_http_answer(std::string_view payload, std::string& unfolded);

}  // namespace quoth::archive
