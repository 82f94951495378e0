#include "archive/byte_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "archive/decoded_stream.h"
#include "archive/file_stream.h"

namespace quoth::archive {
namespace {

// A news site's dump is compressed once, perhaps twice by accident. More is made to cost time.
constexpr int deepest_compression = 3;

/// Reads no further than it needs: what writes to a pipe may wait for an answer.
std::optional<Compression> compression_of(ByteSource& source) {
  for (std::size_t count = 1; count <= longest_magic; ++count) {
    const std::string_view bytes = source.peek(count);
    if (bytes.size() < count) return {};
    if (const auto found = compression_by_magic(bytes)) return found;
    if (!may_be_magic(bytes.substr(0, count))) return {};
  }
  return {};
}

}  // namespace

Result<ByteSource> ByteSource::open(const std::string& path) {
  auto stream = FileStream::open(path);
  if (!stream) return stream.error();
  return ByteSource(*std::move(stream));
}

Result<ByteSource> ByteSource::open_decompressed(const std::string& path) {
  auto source = open(path);
  if (!source) return source;
  for (int depth = 0;; ++depth) {
    const auto compression = compression_of(*source);
    if (!compression) return source;
    if (depth == deepest_compression) {
      return Error{ErrorCode::archive_limit, path + ": compressed more than " +
                                                 std::to_string(deepest_compression) +
                                                 " times over; decompress it first"};
    }
    source = ByteSource(std::make_unique<DecodedStream>(*std::move(source), *compression));
  }
}

ByteSource::ByteSource(std::unique_ptr<ByteStream> stream) noexcept : stream_(std::move(stream)) {}

bool ByteSource::fill() {
  if (ended_) return false;
  make_room(stream_->piece());
  const std::size_t count = stream_->read(window_.get() + end_, capacity_ - end_);
  ended_ = count == 0;
  if (!ended_) note_origin();
  end_ += count;
  return !ended_;
}

/// Moves what is left to the window's front where that gives the room, and enlarges the window where it does not. An empty
/// window starts anew at its front, which is still in the processor's cache.
void ByteSource::make_room(std::size_t room) {
  const std::size_t left = end_ - start_;
  if (left == 0) {
    origins_.clear();
    current_ = 0;
  } else if (capacity_ - end_ >= room) {
    return;
  }
  if (left + 2 * room <= capacity_) {
    if (left > 0) std::memmove(window_.get(), window_.get() + start_, left);
  } else {
    const std::size_t larger = std::max(left + 4 * room, 2 * left);
    auto window = std::make_unique_for_overwrite<char[]>(larger);
    if (left > 0) std::memcpy(window.get(), window_.get() + start_, left);
    window_ = std::move(window);
    capacity_ = larger;
  }
  window_position_ += start_;
  start_ = 0;
  end_ = left;
}

void ByteSource::note_origin() {
  const Origin added{window_position_ + end_, stream_->offset()};
  if (!origins_.empty()) {
    const Origin& last = origins_.back();
    const bool goes_on = is_compressed()
                             ? added.offset == last.offset
                             : added.offset - last.offset == added.position - last.position;
    if (goes_on) return;
    if (origin() != nullptr && current_ > origins_.size() / 2) {
      origins_.erase(origins_.begin(), origins_.begin() + static_cast<std::ptrdiff_t>(current_));
      current_ = 0;
    }
  }
  origins_.push_back(added);
}

const ByteSource::Origin* ByteSource::origin() const noexcept {
  while (current_ + 1 < origins_.size() && origins_[current_ + 1].position <= position())
    ++current_;
  return current_ < origins_.size() ? &origins_[current_] : nullptr;
}

std::uint64_t ByteSource::offset() const noexcept {
  const Origin* const from = origin();
  if (from == nullptr) return stream_->offset();
  return is_compressed() ? from->offset : from->offset + (position() - from->position);
}

bool ByteSource::is_at_member() const noexcept {
  const Origin* const from = origin();
  return is_compressed() && from != nullptr && from->position == position();
}

std::string_view ByteSource::peek(std::size_t count) {
  while (end_ - start_ < count && fill()) {
  }
  return buffered();
}

std::uint64_t ByteSource::pass_over(std::uint64_t count) {
  std::uint64_t passed = 0;
  while (passed < count) {
    const std::size_t step =
        static_cast<std::size_t>(std::min<std::uint64_t>(peek(1).size(), count - passed));
    if (step == 0) break;
    skip(step);
    passed += step;
  }
  return passed;
}

ByteSource::Line ByteSource::next_line(std::string& line, std::size_t most) {
  line.clear();
  bool any = false, too_long = false;
  for (std::string_view bytes = peek(1); !bytes.empty(); bytes = peek(1)) {
    any = true;
    const std::size_t feed = bytes.find('\n');
    const bool is_last = feed != std::string_view::npos;
    const std::string_view part = bytes.substr(0, feed);
    too_long = too_long || line.size() + part.size() > most;
    if (too_long) {
      line = {};
    } else {
      line += part;
    }
    skip(part.size() + (is_last ? 1 : 0));
    if (is_last) break;
  }
  return too_long ? Line::too_long : any ? Line::whole : Line::none;
}

bool ByteSource::read_all(std::string& bytes, std::size_t most) {
  bytes.clear();
  for (std::string_view read = peek(1); !read.empty(); read = peek(1)) {
    if (bytes.size() + read.size() > most) {
      bytes = {};
      return false;
    }
    bytes += read;
    skip(read.size());
  }
  return true;
}

bool ByteSource::resume() {
  skip(buffered().size());
  ended_ = !stream_->resume();
  return !ended_;
}

}  // namespace quoth::archive
