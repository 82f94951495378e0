#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/byte_stream.h"
#include "base/line.h"
#include "quoth/result.h"

namespace quoth::archive {

/// A window on a stream of bytes that moves forward: what has been read ahead is looked at in place, without a copy. The window
/// holds what was asked for and at most 4 MiB besides. Views live until the next call that is not const. One thread at a time.
class ByteSource {
 public:
  /// The file's own bytes; "-" is standard input. Fails with file_not_found or file_unreadable.
  static Result<ByteSource> open(const std::string& path);

  /// The file's bytes, decompressed as often as need be (gzip, bzip2, Zstandard: told by the first bytes, whatever the name).
  /// Codes: as open(), and archive_limit where the compressions are nested too deep.
  static Result<ByteSource> open_decompressed(const std::string& path);

  explicit ByteSource(std::unique_ptr<ByteStream> stream) noexcept;

  /// At least `count` buffered bytes, fewer only at the end and before a fault.
  std::string_view peek(std::size_t count);

  /// What is buffered without reading.
  std::string_view buffered() const noexcept { return {window_.get() + start_, end_ - start_}; }

  /// REQUIRES: count <= buffered().size()
  void skip(std::size_t count) noexcept { start_ += count; }

  /// Goes on by `count` bytes and keeps none; by how many it went, fewer only at the end and before a fault.
  std::uint64_t pass_over(std::uint64_t count);

  using Line = base::Line;

  /// The next line without its line feed; one longer than `most` is passed over and `line` left empty.
  Line next_line(std::string& line, std::size_t most);

  /// All bytes up to the end; false when there are more than `most`, of which none are kept.
  bool read_all(std::string& bytes, std::size_t most);

  /// Where in the file the next byte lies, or the compressed member that holds it. REQUIRES: a byte is buffered, or the end was met.
  std::uint64_t offset() const noexcept;

  /// Whether the next byte is the first of a compressed member. REQUIRES: as offset().
  bool is_at_member() const noexcept;

  bool is_compressed() const noexcept { return stream_->is_compressed(); }
  bool is_immediate() const noexcept { return stream_->is_immediate(); }

  /// Why there is no more, unless it is the end. What is buffered comes before it.
  const std::optional<Fault>& fault() const noexcept { return stream_->fault(); }
  bool failed() const noexcept { return fault().has_value(); }

  /// After a fault: drops what is buffered and passes over what is broken. False: nothing follows.
  bool resume();

 private:
  /// Where a stretch of what is read comes from.
  struct Origin {
    std::uint64_t position;  // Of its first byte, among all that this source has read.
    std::uint64_t offset;    // In the file.
  };

  bool fill();
  void make_room(std::size_t room);
  void note_origin();
  std::uint64_t position() const noexcept { return window_position_ + start_; }
  const Origin* origin() const noexcept;

  std::unique_ptr<ByteStream> stream_;
  std::unique_ptr<char[]> window_;
  std::size_t capacity_ = 0, start_ = 0, end_ = 0;
  std::uint64_t window_position_ = 0;  // Of the window's first byte, among all read.
  std::vector<Origin> origins_;        // In order.
  mutable std::size_t current_ = 0;    // The origin of the next byte is none before this one.
  bool ended_ = false;
};

}  // namespace quoth::archive
