#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace quoth::archive {

enum class Compression : std::uint8_t { gzip, zlib, deflate, bzip2, zstd, brotli };

/// Undoes a compression, in pieces. What it undoes are members: streams that can each be undone without the others. One thread at
/// a time.
class Decoder {
 public:
  enum class State : std::uint8_t { going_on, member_ended, broken };

  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  Decoder(Decoder&&) = delete;
  Decoder& operator=(Decoder&&) = delete;
  virtual ~Decoder() = default;

  /// Takes bytes off the front of `input`, none behind the member's end, and writes at most `room` to `output`; how many it wrote is
  /// added to `written`. After member_ended and broken, restart() comes first.
  virtual State decode(std::string_view& input, char* output, std::size_t room,
                       std::size_t& written) = 0;

  /// The same for a whole member at once, where that is faster. False: it is not all in `input`, not all of it fits, it is broken,
  /// or there is no such way: nothing was taken, and decode() tells.
  virtual bool decode_whole(std::string_view& /*input*/, char* /*output*/, std::size_t /*room*/,
                            std::size_t& /*written*/) {
    return false;
  }

  /// Gets ready for the next member.
  virtual void restart() = 0;

  /// What all members were compressed with (Zstandard). False: it is none.
  virtual bool use_dictionary(std::string_view /*dictionary*/) { return false; }
};

/// Null only where memory is short.
std::unique_ptr<Decoder> make_decoder(Compression compression);

/// How many bytes compression_by_magic() wants to see.
inline constexpr std::size_t longest_magic = 4;

/// gzip, bzip2 or Zstandard (a frame, or the skippable frame that holds a web archive's dictionary), told by the first bytes. Those
/// of zlib, deflate and brotli are told by nothing.
std::optional<Compression> compression_by_magic(std::string_view first_bytes) noexcept;

/// Whether more bytes could make it one.
bool may_be_magic(std::string_view first_bytes) noexcept;

/// Where in the bytes the next member may begin; npos: nowhere. A magic that is cut off at the end does not count.
std::size_t find_member(std::string_view bytes, Compression compression) noexcept;

/// The first bytes of the skippable frame in which the WARC-Zstandard format keeps its dictionary.
inline constexpr std::string_view dictionary_magic = "\x5D\x2A\x4D\x18";

// Of decoder.cc's making; each in a file of its name.
std::unique_ptr<Decoder> make_deflate_decoder(Compression compression);
std::unique_ptr<Decoder> make_bzip2_decoder();
std::unique_ptr<Decoder> make_zstd_decoder();
std::unique_ptr<Decoder> make_brotli_decoder();

}  // namespace quoth::archive
