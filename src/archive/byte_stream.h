#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace quoth::archive {

/// Why a stream of bytes stopped before its end.
struct Fault {
  enum class Kind : std::uint8_t { unreadable, broken, limit };

  Kind kind = Kind::broken;
  std::uint64_t offset = 0;  ///< Bytes from the file's start.
  std::string what;          ///< "the compressed data are cut off"; names neither file nor remedy.
};

/// Bytes that are read piece by piece: a file's, or what a decompression makes of another stream's. One thread at a time.
class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ByteStream(ByteStream&&) = delete;
  ByteStream& operator=(ByteStream&&) = delete;
  virtual ~ByteStream() = default;

  /// Writes at most `room` bytes to `output`, as soon as there are any; how many. 0: the end, or a fault. REQUIRES: room > 0.
  virtual std::size_t read(char* output, std::size_t room) = 0;

  /// Where what read() wrote last comes from, in bytes from the file's start: its own place, or that of the compressed member
  /// that holds it (a read never crosses from one member into the next).
  virtual std::uint64_t offset() const noexcept = 0;
  virtual bool is_compressed() const noexcept = 0;  ///< Which of the two offset() is.

  /// Whether reading never waits for somebody to write: a file on a disk, no pipe.
  virtual bool is_immediate() const noexcept = 0;

  /// How much room read() makes best use of, in bytes.
  virtual std::size_t piece() const noexcept = 0;

  /// Why read() gave 0, unless it was the end.
  virtual const std::optional<Fault>& fault() const noexcept = 0;

  /// After a fault: passes over what is broken, up to where reading can go on. False: nowhere.
  virtual bool resume() = 0;
};

}  // namespace quoth::archive
