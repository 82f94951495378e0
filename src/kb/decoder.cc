#include "kb/decoder.h"

#include <bzlib.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace quoth::kb {
namespace {

constexpr std::size_t most_at_once = std::numeric_limits<unsigned>::max() / 2;

unsigned limited(std::size_t size) { return static_cast<unsigned>(std::min(size, most_at_once)); }

class GzipDecoder final : public Decoder {
 public:
  GzipDecoder() { good_ = inflateInit2(&stream_, 15 + 16) == Z_OK; }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;
  ~GzipDecoder() override { inflateEnd(&stream_); }

  bool decode(std::string_view& input, char* output, std::size_t room,
              std::size_t& written) override {
    if (!good_) return false;
    complete_ = complete_ && input.empty();
    const unsigned given = limited(input.size()), space = limited(room);
    // zlib takes the input by a pointer to non-const and does not write to it.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = given;
    stream_.next_out = reinterpret_cast<Bytef*>(output);
    stream_.avail_out = space;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input.remove_prefix(given - stream_.avail_in);
    written += space - stream_.avail_out;
    if (status == Z_STREAM_END) complete_ = inflateReset(&stream_) == Z_OK;
    good_ = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR;
    return good_;
  }
  bool is_complete() const noexcept override { return complete_; }

 private:
  z_stream stream_{};
  bool good_ = false, complete_ = false;
};

class Bzip2Decoder final : public Decoder {
 public:
  Bzip2Decoder() { start(); }
  Bzip2Decoder(const Bzip2Decoder&) = delete;
  Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;
  ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&stream_); }

  bool decode(std::string_view& input, char* output, std::size_t room,
              std::size_t& written) override {
    if (complete_ && !input.empty()) {
      BZ2_bzDecompressEnd(&stream_);
      start();
    }
    if (!good_) return false;
    const unsigned given = limited(input.size()), space = limited(room);
    stream_.next_in = const_cast<char*>(input.data());
    stream_.avail_in = given;
    stream_.next_out = output;
    stream_.avail_out = space;
    // After a stream's end the library must not be called again until the next one begins.
    const int status = complete_ ? BZ_OK : BZ2_bzDecompress(&stream_);
    input.remove_prefix(given - stream_.avail_in);
    written += space - stream_.avail_out;
    complete_ = complete_ || status == BZ_STREAM_END;
    good_ = status == BZ_OK || status == BZ_STREAM_END;
    return good_;
  }
  bool is_complete() const noexcept override { return complete_; }

 private:
  void start() {
    stream_ = {};
    good_ = BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
    complete_ = false;
  }

  bz_stream stream_{};
  bool good_ = false, complete_ = false;
};

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) {}
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;
  ~ZstdDecoder() override { ZSTD_freeDCtx(context_); }

  bool decode(std::string_view& input, char* output, std::size_t room,
              std::size_t& written) override {
    if (context_ == nullptr) return false;
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{output, room, 0};
    const std::size_t left = ZSTD_decompressStream(context_, &out, &in);
    if (ZSTD_isError(left) != 0) return false;
    // With nothing given and nothing to tell, the answer is the size of the next header, not of a frame begun.
    if (in.pos > 0 || out.pos > 0) complete_ = left == 0;
    input.remove_prefix(in.pos);
    written += out.pos;
    return true;
  }
  bool is_complete() const noexcept override { return complete_; }

 private:
  ZSTD_DCtx* context_;
  bool complete_ = false;
};

}  // namespace

std::unique_ptr<Decoder> find_decoder(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1F\x8B")) return std::make_unique<GzipDecoder>();
  if (first_bytes.starts_with("BZh")) return std::make_unique<Bzip2Decoder>();
  if (first_bytes.starts_with("\x28\xB5\x2F\xFD")) return std::make_unique<ZstdDecoder>();
  return nullptr;
}

}  // namespace quoth::kb
