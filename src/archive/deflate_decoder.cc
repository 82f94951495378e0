#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "archive/decoder.h"

namespace quoth::archive {
namespace {

constexpr std::size_t most_at_once = std::numeric_limits<unsigned>::max() / 2;

unsigned limited(std::size_t size) { return static_cast<unsigned>(std::min(size, most_at_once)); }

/// How zlib is told which of its three wrappings to expect.
int window_bits(Compression compression) {
  if (compression == Compression::gzip) return 15 + 16;
  return compression == Compression::zlib ? 15 : -15;
}

/// gzip, zlib and bare deflate: libdeflate for what is whole in memory, zlib for the rest.
class DeflateDecoder final : public Decoder {
 public:
  explicit DeflateDecoder(Compression compression)
      : compression_(compression), whole_(libdeflate_alloc_decompressor()) {
    good_ = inflateInit2(&stream_, window_bits(compression)) == Z_OK;
  }
  DeflateDecoder(const DeflateDecoder&) = delete;
  DeflateDecoder& operator=(const DeflateDecoder&) = delete;
  DeflateDecoder(DeflateDecoder&&) = delete;
  DeflateDecoder& operator=(DeflateDecoder&&) = delete;
  ~DeflateDecoder() override {
    inflateEnd(&stream_);
    libdeflate_free_decompressor(whole_);
  }

  State decode(std::string_view& input, char* output, std::size_t room,
               std::size_t& written) override {
    if (!good_) return State::broken;
    const unsigned given = limited(input.size()), space = limited(room);
    // zlib takes the input by a pointer to non-const and does not write to it.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = given;
    stream_.next_out = reinterpret_cast<Bytef*>(output);
    stream_.avail_out = space;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input.remove_prefix(given - stream_.avail_in);
    written += space - stream_.avail_out;
    is_used_ = true;
    if (status == Z_STREAM_END) return State::member_ended;
    good_ = status == Z_OK || status == Z_BUF_ERROR;
    return good_ ? State::going_on : State::broken;
  }

  bool decode_whole(std::string_view& input, char* output, std::size_t room,
                    std::size_t& written) override {
    if (whole_ == nullptr) return false;
    const auto decompress = compression_ == Compression::gzip   ? libdeflate_gzip_decompress_ex
                            : compression_ == Compression::zlib ? libdeflate_zlib_decompress_ex
                                                                : libdeflate_deflate_decompress_ex;
    std::size_t taken = 0, made = 0;
    if (decompress(whole_, input.data(), input.size(), output, room, &taken, &made) !=
        LIBDEFLATE_SUCCESS) {
      return false;
    }
    input.remove_prefix(taken);
    written += made;
    return true;
  }

  void restart() override {
    if (is_used_) good_ = inflateReset(&stream_) == Z_OK;
    is_used_ = false;
  }

 private:
  Compression compression_;
  libdeflate_decompressor* whole_;
  z_stream stream_{};
  bool good_ = false, is_used_ = false;
};

}  // namespace

std::unique_ptr<Decoder> make_deflate_decoder(Compression compression) {
  return std::make_unique<DeflateDecoder>(compression);
}

}  // namespace quoth::archive
