#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/input_file.h"
#include "base/line.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// Bytes of a file or of standard input, read in pieces, never more than asked for.
class ByteSource {
 public:
  /// "-" is standard input. Fails with file_not_found or file_unreadable.
  static Result<ByteSource> open(const std::string& path);

  /// At least `count` buffered bytes, fewer only at the end. Valid until the next call.
  std::string_view peek(std::size_t count);

  using Line = base::Line;

  /// The next line without its line feed; one longer than `most` is passed over and `line` left empty.
  Line next_line(std::string& line, std::size_t most);

  /// All bytes up to the end; false when there are more than `most`, of which none are kept.
  bool read_all(std::string& bytes, std::size_t most);

  bool failed() const noexcept {
    return file_.error() != 0;
  }  ///< A read failed (the disk, the network).

 private:
  explicit ByteSource(base::InputFile file) noexcept : file_(std::move(file)) {}
  bool fill();

  base::InputFile file_;
  std::string buffer_;
  std::size_t start_ = 0;  // What is before it has been given out.
  bool at_end_ = false;
};

}  // namespace quoth::ingest
