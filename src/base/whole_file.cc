#include "base/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace quoth::base {
namespace {

Error unwritable(const std::string& path) {
  return {ErrorCode::output_unwritable,
          path + ": " + std::generic_category().message(errno) +
              "; make room, or see who may write there, and try again"};
}

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : descriptor_(::open(path.c_str(), flags, 0666)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  bool opened() const { return descriptor_ >= 0; }

  bool write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }

  bool flush() { return ::fsync(descriptor_) == 0; }

  /// A disk that is full may say so only here.
  bool close() {
    const int descriptor = std::exchange(descriptor_, -1);
    return descriptor < 0 || ::close(descriptor) == 0;
  }

 private:
  int descriptor_;
};

}  // namespace

std::optional<Error> write_whole_file(const std::string& path, std::string_view bytes) {
  const std::string draft = path + ".new";
  Descriptor file(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
  if (!file.opened() || !file.write(bytes) || !file.flush() || !file.close())
    return unwritable(draft);
  if (std::rename(draft.c_str(), path.c_str()) != 0) return unwritable(path);
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  Descriptor entries(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (!entries.opened() || !entries.flush()) return unwritable(path);
  return {};
}

}  // namespace quoth::base
