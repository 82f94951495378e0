#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "quoth/result.h"

namespace quoth::ingest {

/// Bytes of a file or of standard input, read in pieces, never more than asked for. Owns its descriptor.
class ByteSource {
 public:
  /// "-" is standard input. Fails with file_not_found or file_unreadable.
  static Result<ByteSource> open(const std::string& path);

  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&&) = delete;
  ~ByteSource();

  /// At least `count` buffered bytes, fewer only at the end. Valid until the next call.
  std::string_view peek(std::size_t count);

  /// What a line holds, and what became of it.
  enum class Line { none, whole, too_long };

  /// The next line without its line feed; one longer than `most` is passed over and `line` left empty.
  Line next_line(std::string& line, std::size_t most);

  /// All bytes up to the end; false when there are more than `most`, of which none are kept.
  bool read_all(std::string& bytes, std::size_t most);

  bool failed() const noexcept { return failed_; }  ///< A read failed (the disk, the network).

 private:
  explicit ByteSource(int descriptor) noexcept : descriptor_(descriptor) {}
  bool fill();

  int descriptor_ = -1;
  std::string buffer_;
  std::size_t start_ = 0;  // What is before it has been given out.
  bool at_end_ = false;
  bool failed_ = false;
};

}  // namespace quoth::ingest
