#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "archive/byte_source.h"
#include "archive/byte_stream.h"
#include "archive/decoded_stream.h"

namespace quoth::archive {

/// Bytes in memory as a file, for tests and fuzz targets: given out in pieces of a chosen size, to be like a disk or like a pipe.
class MemoryStream final : public ByteStream {
 public:
  enum class Like : std::uint8_t { disk, pipe };

  explicit MemoryStream(std::string bytes, Like like = Like::disk, std::size_t largest = 4096)
      : bytes_(std::move(bytes)), like_(like), largest_(largest) {}

  std::size_t read(char* output, std::size_t room) override {
    offset_ = next_;
    const std::size_t count = std::min({room, largest_, bytes_.size() - next_});
    if (count > 0) std::memcpy(output, bytes_.data() + next_, count);
    next_ += count;
    return count;
  }
  std::uint64_t offset() const noexcept override { return offset_; }
  bool is_compressed() const noexcept override { return false; }
  bool is_immediate() const noexcept override { return like_ == Like::disk; }
  std::size_t piece() const noexcept override { return largest_; }
  const std::optional<Fault>& fault() const noexcept override { return fault_; }
  bool resume() override { return false; }

 private:
  std::string bytes_;
  Like like_;
  std::size_t largest_;
  std::size_t offset_ = 0, next_ = 0;
  std::optional<Fault> fault_;
};

/// A source of the bytes; decompressed once where their first bytes are a compression's.
inline ByteSource memory_source(std::string bytes,
                                MemoryStream::Like like = MemoryStream::Like::disk,
                                std::size_t largest = 4096) {
  const auto compression = compression_by_magic(bytes);
  ByteSource plain(std::make_unique<MemoryStream>(std::move(bytes), like, largest));
  if (!compression) return plain;
  return ByteSource(std::make_unique<DecodedStream>(std::move(plain), *compression));
}

}  // namespace quoth::archive
