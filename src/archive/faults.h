#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "archive/byte_stream.h"
#include "quoth/result.h"

namespace quoth::archive {

/// "FILE: byte 12: WHAT", with the code.
Error error_at(ErrorCode code, std::string_view path, std::uint64_t offset, std::string_view what);

/// A stream's fault as an error: archive_corrupt, archive_limit or file_unreadable, with the remedy.
Error error_of(const Fault& fault, std::string_view path);

}  // namespace quoth::archive
