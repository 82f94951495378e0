#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::database {

/// A text as it lies in the record: one Zstandard frame. Any number of threads.
std::string compressed(std::string_view text);

/// The text of a frame. Nothing: it is none, or its text has not `length` bytes.
std::optional<std::string> decompressed(std::string_view body, std::size_t length);

}  // namespace quoth::database
