#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "archive/decoder.h"
#include "archive/http_message.h"

namespace quoth::archive {

/// Undoes the codings of an answer's body: chunks, then gzip, deflate, br and zstd. A body that is only said to be coded (crawlers
/// that undo a coding and keep its field) comes as it is. One thread at a time; its buffers are reused.
class HttpBody {
 public:
  enum class State : std::uint8_t {
    whole,
    cut_off,         ///< Broken or ended early: what came before is there.
    too_large,       ///< More than `most` bytes: none are given.
    unknown_coding,  ///< A coding of another name, or more than three: none are given.
  };
  struct Bytes {
    std::string_view bytes;  ///< Lives until the next call, and no longer than the answer.
    State state = State::whole;
  };

  Bytes decode(const HttpAnswer& answer, std::size_t most);

 private:
  Bytes undo(std::string_view body, std::string_view coding, std::size_t most);
  Bytes decompress(std::string_view body, Compression compression, std::size_t most);

  std::string joined_;
  std::array<std::string, 2> buffers_;  // One is read while the other is written.
  std::size_t buffer_ = 0;
  std::array<std::unique_ptr<Decoder>, 6> decoders_;  // By Compression, made when first needed.
};

/// A chunked body's chunks in one piece, in `joined`. Not chunked, though said to be: the body itself, whole.
HttpBody::Bytes join_chunks(std::string_view body, std::string& joined);

}  // namespace quoth::archive
