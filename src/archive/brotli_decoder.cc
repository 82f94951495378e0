#include <brotli/decode.h>

#include "archive/decoder.h"

namespace quoth::archive {
namespace {

class BrotliDecoder final : public Decoder {
 public:
  BrotliDecoder() { start(); }
  BrotliDecoder(const BrotliDecoder&) = delete;
  BrotliDecoder& operator=(const BrotliDecoder&) = delete;
  BrotliDecoder(BrotliDecoder&&) = delete;
  BrotliDecoder& operator=(BrotliDecoder&&) = delete;
  ~BrotliDecoder() override { BrotliDecoderDestroyInstance(state_); }

  State decode(std::string_view& input, char* output, std::size_t room,
               std::size_t& written) override {
    if (state_ == nullptr) return State::broken;
    std::size_t given = input.size(), space = room;
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(input.data());
    auto* next_out = reinterpret_cast<std::uint8_t*>(output);
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state_, &given, &next_in, &space, &next_out, nullptr);
    input.remove_prefix(input.size() - given);
    written += room - space;
    if (result == BROTLI_DECODER_RESULT_ERROR) return State::broken;
    return result == BROTLI_DECODER_RESULT_SUCCESS ? State::member_ended : State::going_on;
  }

  void restart() override {
    BrotliDecoderDestroyInstance(state_);
    start();
  }

 private:
  void start() { state_ = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr); }

  BrotliDecoderState* state_ = nullptr;
};

}  // namespace

std::unique_ptr<Decoder> make_brotli_decoder() { return std::make_unique<BrotliDecoder>(); }

}  // namespace quoth::archive
