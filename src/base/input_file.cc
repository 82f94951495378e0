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
  if (path == "-") return InputFile(STDIN_FILENO);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path, errno);
  InputFile file(descriptor);
  struct stat status{};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
  return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), error_(other.error_) {}

InputFile::~InputFile() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool InputFile::read(std::string& bytes, std::size_t most) {
  const std::size_t before = bytes.size();
  bytes.resize(before + most);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, bytes.data() + before, most);
  } while (count < 0 && errno == EINTR);
  if (count < 0) error_ = errno;
  bytes.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return count > 0;
}

}  // namespace quoth::base
