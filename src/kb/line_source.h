#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "archive/byte_source.h"
#include "quoth/result.h"

namespace quoth::kb {

/// The numbered lines of a file, decompressed on the way (gzip, bzip2, Zstandard, told by the first bytes, whatever the
/// name). Holds one line and some buffers, however long the file. One thread at a time.
class LineSource {
 public:
  /// "-" is standard input. Fails with file_not_found, file_unreadable or archive_limit.
  static Result<LineSource> open(const std::string& path);

  using Line = archive::ByteSource::Line;

  /// The next line without its line feed and carriage return; one of more than `most` bytes is passed over.
  Line next(std::string& line, std::size_t most);

  std::size_t number() const noexcept { return number_; }  ///< Of the line given last, from 1.

  /// After none: why the file ended before its end (broken or cut compressed data, the disk), or nothing.
  std::optional<std::string> fault() const;

 private:
  explicit LineSource(archive::ByteSource source) noexcept : source_(std::move(source)) {}

  archive::ByteSource source_;
  std::size_t number_ = 0;
};

}  // namespace quoth::kb
