#include "ingest/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace quoth::ingest {
namespace {

constexpr std::size_t chunk = std::size_t{64} << 10U;

Error unreadable(const std::string& path, int error) {
  const bool missing = error == ENOENT;
  return {missing ? ErrorCode::file_not_found : ErrorCode::file_unreadable,
          path + ": " + std::strerror(error) +
              (missing ? "; check the path" : "; check that it is a file and may be read")};
}

}  // namespace

Result<ByteSource> ByteSource::open(const std::string& path) {
  if (path == "-") return ByteSource(STDIN_FILENO);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path, errno);
  struct stat status{};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    return unreadable(path, EISDIR);
  }
  return ByteSource(descriptor);
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)),
      start_(other.start_),
      at_end_(other.at_end_),
      failed_(other.failed_) {}

ByteSource::~ByteSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool ByteSource::fill() {
  if (at_end_) return false;
  buffer_.erase(0, start_);
  start_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + chunk);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, buffer_.data() + before, chunk);
  } while (count < 0 && errno == EINTR);
  failed_ = failed_ || count < 0;
  at_end_ = count <= 0;
  buffer_.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return !at_end_;
}

std::string_view ByteSource::peek(std::size_t count) {
  while (buffer_.size() - start_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(start_);
}

ByteSource::Line ByteSource::next_line(std::string& line, std::size_t most) {
  line.clear();
  bool too_long = false;
  bool any = false;
  while (true) {
    if (start_ == buffer_.size() && !fill()) break;
    any = true;
    const std::size_t end = buffer_.find('\n', start_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    too_long = too_long || line.size() + (stop - start_) > most;
    if (too_long) {
      line.clear();
    } else {
      line.append(buffer_, start_, stop - start_);
    }
    start_ = stop;
    if (end != std::string::npos) {
      ++start_;
      break;
    }
  }
  if (too_long) {
    line.shrink_to_fit();
    return Line::too_long;
  }
  return any ? Line::whole : Line::none;
}

bool ByteSource::read_all(std::string& bytes, std::size_t most) {
  bytes.clear();
  do {
    bytes.append(buffer_, start_, std::string::npos);
    start_ = buffer_.size();
    if (bytes.size() > most) {
      bytes = {};
      return false;
    }
  } while (fill());
  return true;
}

}  // namespace quoth::ingest
