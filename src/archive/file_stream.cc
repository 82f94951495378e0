#include "archive/file_stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace quoth::archive {
namespace {

// Larger reads save nothing more and push what is worked on out of the processor's cache.
constexpr std::size_t largest_read = std::size_t{256} << 10U;

}  // namespace

Result<std::unique_ptr<ByteStream>> FileStream::open(const std::string& path) {
  auto file = base::InputFile::open(path);
  if (!file) return file.error();
  return std::unique_ptr<ByteStream>(std::make_unique<FileStream>(*std::move(file)));
}

FileStream::FileStream(base::InputFile file) noexcept : file_(std::move(file)) {}

std::size_t FileStream::piece() const noexcept { return largest_read; }

std::size_t FileStream::read(char* output, std::size_t room) {
  const std::size_t count = file_.read(output, std::min(room, largest_read));
  offset_ = next_;
  next_ += count;
  if (count == 0 && file_.error() != 0 && !fault_)
    fault_ = Fault{Fault::Kind::unreadable, offset_, std::strerror(file_.error())};
  return count;
}

}  // namespace quoth::archive
