#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace quoth::kb {

/// Undoes a compression, in pieces. One thread at a time.
class Decoder {
 public:
  virtual ~Decoder() = default;

  /// Takes bytes off the front of `input` and writes at most `room` to `output`; how many it wrote is added
  /// to `written`. False: the input is broken, and so is the decoder from then on.
  virtual bool decode(std::string_view& input, char* output, std::size_t room,
                      std::size_t& written) = 0;

  /// Whether all that was begun has ended: false in the middle of a stream.
  virtual bool is_complete() const noexcept = 0;
};

/// How many bytes find_decoder() wants to see.
inline constexpr std::size_t magic_size = 4;

/// The decoder of gzip, bzip2 or Zstandard, told by the first bytes; streams may follow one another. Null:
/// the bytes are no such stream's.
std::unique_ptr<Decoder> find_decoder(std::string_view first_bytes);

}  // namespace quoth::kb
