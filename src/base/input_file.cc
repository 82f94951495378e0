#include "base/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace quoth::base {
namespace {

Error unreadable(const std::string& path, int error) {
  const bool missing = error == ENOENT;
  return {missing ? ErrorCode::file_not_found : ErrorCode::file_unreadable,
          path + ": " + std::strerror(error) +
              (missing ? "; check the path" : "; check that it is a file and may be read")};
}

}  // namespace

Result<InputFile> InputFile::open(const std::string& path) {
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path, errno);
  struct stat status{};
  const bool is_known = ::fstat(descriptor, &status) == 0;
  InputFile file(descriptor, is_known && S_ISREG(status.st_mode));
  if (is_known && S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
  return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      is_regular_(other.is_regular_) {}

InputFile::~InputFile() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::size_t InputFile::read(char* output, std::size_t room) {
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, output, room);
  } while (count < 0 && errno == EINTR);
  if (count < 0) error_ = errno;
  return count > 0 ? static_cast<std::size_t>(count) : 0;
}

}  // namespace quoth::base
