#include <zstd.h>

#include <string>

#include "archive/decoder.h"

namespace quoth::archive {
namespace {

// Of 128 MiB, what `zstd -d` reads without being told otherwise: a frame that asks for more memory is refused.
constexpr int largest_window_log = 27;
// The format's own limit is 4 GiB; the Internet Archive's dictionaries have some hundred kB.
constexpr std::size_t largest_dictionary = std::size_t{8} << 20U;

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) {
    if (context_ != nullptr)
      ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, largest_window_log);
  }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;
  ZstdDecoder(ZstdDecoder&&) = delete;
  ZstdDecoder& operator=(ZstdDecoder&&) = delete;
  ~ZstdDecoder() override { ZSTD_freeDCtx(context_); }

  State decode(std::string_view& input, char* output, std::size_t room,
               std::size_t& written) override {
    if (context_ == nullptr) return State::broken;
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{output, room, 0};
    const std::size_t left = ZSTD_decompressStream(context_, &out, &in);
    input.remove_prefix(in.pos);
    written += out.pos;
    if (ZSTD_isError(left) != 0) return State::broken;
    return left == 0 ? State::member_ended : State::going_on;
  }

  void restart() override {
    if (context_ != nullptr) ZSTD_DCtx_reset(context_, ZSTD_reset_session_only);
  }

  /// The dictionary may itself be compressed (iipc.github.io/warc-specifications/specifications/warc-zstd).
  bool use_dictionary(std::string_view dictionary) override {
    if (context_ == nullptr) return false;
    std::string plain;
    if (compression_by_magic(dictionary) == Compression::zstd) {
      const unsigned long long size =
          ZSTD_getFrameContentSize(dictionary.data(), dictionary.size());
      const bool is_known = size != ZSTD_CONTENTSIZE_ERROR && size != ZSTD_CONTENTSIZE_UNKNOWN;
      plain.resize(is_known && size < largest_dictionary ? size : largest_dictionary);
      const std::size_t made = ZSTD_decompressDCtx(context_, plain.data(), plain.size(),
                                                   dictionary.data(), dictionary.size());
      if (ZSTD_isError(made) != 0) return false;
      dictionary = std::string_view(plain).substr(0, made);
    }
    return dictionary.size() <= largest_dictionary &&
           ZSTD_isError(ZSTD_DCtx_loadDictionary(context_, dictionary.data(), dictionary.size())) ==
               0;
  }

 private:
  ZSTD_DCtx* context_;
};

}  // namespace

std::unique_ptr<Decoder> make_zstd_decoder() { return std::make_unique<ZstdDecoder>(); }

}  // namespace quoth::archive
