#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quoth/result.h"

namespace quoth::base {

/// Writes a file so that a reader, or a machine that loses power, sees all of it or nothing: to `path`.new, flushed to the disk, then
/// moved to `path`, the folder flushed too. What was at `path` is replaced. Fails with output_unwritable.
std::optional<Error> write_whole_file(const std::string& path, std::string_view bytes);

}  // namespace quoth::base
