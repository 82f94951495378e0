#pragma once

#include <string>
#include <utility>

namespace quoth::base {

/// A lock on a file, made where there is none, held as long as the object and its process live.
class FileLock {
 public:
  explicit FileLock(const std::string& path);
  FileLock(FileLock&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)), held_(other.held_) {}
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

  bool opened() const noexcept {
    return descriptor_ >= 0;
  }  ///< False: the file cannot be written to.
  bool held() const noexcept { return held_; }  ///< False: another process holds it.

 private:
  int descriptor_;
  bool held_ = false;
};

}  // namespace quoth::base
