#include <bzlib.h>

#include <algorithm>
#include <limits>

#include "archive/decoder.h"

namespace quoth::archive {
namespace {

constexpr std::size_t most_at_once = std::numeric_limits<unsigned>::max() / 2;

unsigned limited(std::size_t size) { return static_cast<unsigned>(std::min(size, most_at_once)); }

class Bzip2Decoder final : public Decoder {
 public:
  Bzip2Decoder() { start(); }
  Bzip2Decoder(const Bzip2Decoder&) = delete;
  Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;
  Bzip2Decoder(Bzip2Decoder&&) = delete;
  Bzip2Decoder& operator=(Bzip2Decoder&&) = delete;
  ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&stream_); }

  State decode(std::string_view& input, char* output, std::size_t room,
               std::size_t& written) override {
    if (!good_) return State::broken;
    const unsigned given = limited(input.size()), space = limited(room);
    stream_.next_in = const_cast<char*>(input.data());
    stream_.avail_in = given;
    stream_.next_out = output;
    stream_.avail_out = space;
    const int status = BZ2_bzDecompress(&stream_);
    input.remove_prefix(given - stream_.avail_in);
    written += space - stream_.avail_out;
    good_ = status == BZ_OK;
    if (status == BZ_STREAM_END) return State::member_ended;
    return good_ ? State::going_on : State::broken;
  }

  void restart() override {
    BZ2_bzDecompressEnd(&stream_);
    start();
  }

 private:
  void start() {
    stream_ = {};
    good_ = BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
  }

  bz_stream stream_{};
  bool good_ = false;
};

}  // namespace

std::unique_ptr<Decoder> make_bzip2_decoder() { return std::make_unique<Bzip2Decoder>(); }

}  // namespace quoth::archive
