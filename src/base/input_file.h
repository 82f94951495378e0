#pragma once

#include <cstddef>
#include <string>

#include "quoth/result.h"

namespace quoth::base {

/// A file, a pipe or standard input, read piece by piece. Owns its descriptor. One thread at a time.
class InputFile {
 public:
  /// "-" is standard input. Fails with file_not_found, or file_unreadable (no permission, a folder).
  static Result<InputFile> open(const std::string& path);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  /// Writes what one read gives, at most `room` bytes, as soon as there is any; how many. 0: the end, or reading fails.
  std::size_t read(char* output, std::size_t room);

  /// Whether it is a file on a disk: nobody has to be waited for.
  bool is_regular() const noexcept { return is_regular_; }

  /// The system's error number of the read that failed; 0: none did.
  int error() const noexcept { return error_; }

 private:
  InputFile(int descriptor, bool is_regular) noexcept
      : descriptor_(descriptor), is_regular_(is_regular) {}

  int descriptor_ = -1;
  int error_ = 0;
  bool is_regular_ = false;
};

}  // namespace quoth::base
