#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "quoth/result.h"

namespace quoth::base {

/// The bytes of a file, read-only, mapped rather than copied. Whoever holds the object owns the
/// mapping; views into it stay valid when it is moved and end with it. Any number of threads may
/// read. A file that is shortened by another process while mapped is beyond our help (SIGBUS).
class MappedFile {
 public:
  /// Fails with file_not_found, or file_unreadable (no permission, a folder, a device).
  static Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<const std::byte> bytes() const noexcept { return {data_, size_}; }
  std::string_view text() const noexcept { return {reinterpret_cast<const char*>(data_), size_}; }

 private:
  MappedFile(const std::byte* data, std::size_t size) noexcept : data_(data), size_(size) {}

  const std::byte* data_ = nullptr;  ///< Null: nothing is mapped, as for an empty file.
  std::size_t size_ = 0;
};

}  // namespace quoth::base
