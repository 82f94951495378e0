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

  /// Appends what one read gives, at most `most` bytes: as soon as there is any. False at the end, and where reading fails.
  bool read(std::string& bytes, std::size_t most);

  /// The system's error number of the read that failed; 0: none did.
  int error() const noexcept { return error_; }

 private:
  explicit InputFile(int descriptor) noexcept : descriptor_(descriptor) {}

  int descriptor_ = -1;
  int error_ = 0;
};

}  // namespace quoth::base
