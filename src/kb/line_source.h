#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/line.h"
#include "quoth/result.h"

namespace quoth::kb {

/// The lines of a file, decompressed on the way (gzip, bzip2, Zstandard, told by the first bytes, whatever the
/// name). Holds one line and two buffers of 256 KiB, however long the file. One thread at a time.
class LineSource {
 public:
  /// "-" is standard input. Fails with file_not_found or file_unreadable.
  static Result<LineSource> open(const std::string& path);

  LineSource(LineSource&&) noexcept;
  LineSource& operator=(LineSource&&) noexcept;
  ~LineSource();

  using Line = base::Line;

  /// The next line without its line feed and carriage return; one of more than `most` bytes is passed over.
  Line next(std::string& line, std::size_t most);

  std::size_t number() const noexcept;  ///< Of the line given last, from 1.

  /// After none: why the file ended before its end (broken or cut compressed data, the disk), or nothing.
  std::optional<std::string> fault() const;

 private:
  struct Impl;
  explicit LineSource(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::kb
