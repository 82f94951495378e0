#include "ingest/byte_source.h"

namespace quoth::ingest {
namespace {

constexpr std::size_t chunk = std::size_t{64} << 10U;

}  // namespace

Result<ByteSource> ByteSource::open(const std::string& path) {
  auto file = base::InputFile::open(path);
  if (!file) return file.error();
  return ByteSource(*std::move(file));
}

bool ByteSource::fill() {
  if (at_end_) return false;
  buffer_.erase(0, start_);
  start_ = 0;
  at_end_ = !file_.read(buffer_, chunk);
  return !at_end_;
}

std::string_view ByteSource::peek(std::size_t count) {
  while (buffer_.size() - start_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(start_);
}

ByteSource::Line ByteSource::next_line(std::string& line, std::size_t most) {
  return base::take_line(buffer_, start_, [this] { return fill(); }, most, line);
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
