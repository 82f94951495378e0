#include "archive/decoded_stream.h"

#include <algorithm>
#include <utility>

namespace quoth::archive {
namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;
// A web archive's member is a record: nearly all of them have less than this compressed, and are then decoded at once.
constexpr std::size_t whole_member = mebibyte;
// So much of a broken member is looked through again for another's beginning, and no more than the allowance in all: what
// is made to be broken everywhere must not be read over and over.
constexpr std::size_t kept_for_going_back = mebibyte;
constexpr std::size_t going_back_in_all = 16 * mebibyte;
// deflate reaches 1032 to 1 and text 3 to 10. Small files may be as monotonous as they like.
constexpr std::uint64_t largest_growth = 200;
constexpr std::uint64_t growth_counts_from = 64 * mebibyte;
// See zstd_decoder.cc.
constexpr std::uint64_t largest_dictionary_frame = 8 * mebibyte;

std::uint64_t little_endian_32(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t k = 4; k-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[k]);
  return value;
}

}  // namespace

DecodedStream::DecodedStream(ByteSource source, Compression compression)
    : source_(std::move(source)),
      compression_(compression),
      decoder_(make_decoder(compression)),
      allowance_(going_back_in_all) {}

std::size_t DecodedStream::piece() const noexcept { return mebibyte; }

std::size_t DecodedStream::read(char* output, std::size_t room) {
  while (!fault_ && !ended_) {
    std::size_t count = 0;
    if (!inside_) {
      if (!begin_member()) break;
      count = read_whole_member(output, room);
    } else {
      count = read_on(output, room);
    }
    if (count > 0) {
      made_in_all_ += count;
      if (is_bomb())
        fail(Fault::Kind::limit,
             "the data grow more than two hundredfold when decompressed, which no text does");
      return count;
    }
  }
  return 0;
}

bool DecodedStream::is_bomb() const noexcept {
  return made_in_all_ > growth_counts_from && made_in_all_ / largest_growth > taken_in_all_ + 1;
}

/// Passes over padding and checks that a member begins.
bool DecodedStream::begin_member() {
  std::string_view bytes = source_.peek(1);
  while (!is_first_ && !bytes.empty() && bytes.front() == '\0') {
    source_.skip(std::min(bytes.find_first_not_of('\0'), bytes.size()));
    bytes = source_.peek(1);
  }
  if (bytes.empty()) {
    ended_ = !source_.fault();
    if (source_.fault()) fault_ = source_.fault();
    return false;
  }
  member_offset_ = source_.offset();
  bytes = source_.peek(longest_magic);
  // Frames that hold no data may stand between those of Zstandard, numbered from 50 to 5F.
  const bool is_skippable = compression_ == Compression::zstd && bytes.size() >= longest_magic &&
                            bytes.substr(1, 3) == dictionary_magic.substr(1) &&
                            (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50;
  if (!is_skippable && compression_by_magic(bytes) != compression_) {
    fail(Fault::Kind::broken, "no compressed data where they should go on");
    return false;
  }
  if (is_first_ && bytes.starts_with(dictionary_magic) && !take_dictionary()) return false;
  is_first_ = false;
  return true;
}

/// The first frame of a web archive may be its dictionary: eight bytes of magic and size, then the dictionary.
bool DecodedStream::take_dictionary() {
  const std::string_view head = source_.peek(8);
  const std::uint64_t size = head.size() < 8 ? 0 : little_endian_32(head.substr(4));
  if (size <= largest_dictionary_frame) {
    const std::string_view frame = source_.peek(8 + size);
    if (frame.size() >= 8 + size && decoder_->use_dictionary(frame.substr(8, size))) return true;
  }
  fail(size > largest_dictionary_frame ? Fault::Kind::limit : Fault::Kind::broken,
       "the dictionary in the first frame is none, or larger than 8 MiB");
  return false;
}

std::size_t DecodedStream::read_whole_member(char* output, std::size_t room) {
  inside_ = true;
  taken_ = 0;
  may_go_back_ = source_.is_immediate();
  decoder_->restart();
  if (source_.is_immediate() && compression_ == Compression::gzip) {
    const std::string_view bytes = source_.peek(whole_member);
    std::string_view input = bytes;
    std::size_t written = 0;
    if (decoder_->decode_whole(input, output, room, written)) {
      taken_ = bytes.size() - input.size();
      taken_in_all_ += taken_;
      end_member();
      return written;
    }
  }
  return read_on(output, room);
}

std::size_t DecodedStream::read_on(char* output, std::size_t room) {
  std::size_t written = 0;
  while (written == 0) {
    // Zstandard decodes at once what it has whole.
    const std::size_t ahead =
        source_.is_immediate() && compression_ == Compression::zstd ? whole_member : 1;
    const std::string_view bytes = source_.peek(taken_ + ahead);
    std::string_view input = bytes.substr(taken_);
    const std::size_t given = input.size();
    const Decoder::State state = decoder_->decode(input, output, room, written);
    const std::size_t took = given - input.size();
    taken_ += took;
    taken_in_all_ += took;
    if (state == Decoder::State::member_ended) {
      end_member();
      break;
    }
    if (state == Decoder::State::broken) {
      fail(Fault::Kind::broken, "broken compressed data");
      break;
    }
    if (given == 0 && written == 0) {
      if (source_.fault()) fault_ = source_.fault();
      if (!fault_) fail(Fault::Kind::broken, "the compressed data are cut off");
      break;
    }
    if (taken_ > kept_for_going_back || !may_go_back_) {
      source_.skip(std::exchange(taken_, 0));
      may_go_back_ = false;
    }
  }
  return written;
}

void DecodedStream::end_member() {
  source_.skip(std::exchange(taken_, 0));
  inside_ = false;
}

void DecodedStream::fail(Fault::Kind kind, const char* what) {
  fault_ = Fault{kind, member_offset_, what};
}

bool DecodedStream::resume() {
  if (!fault_ || fault_->kind == Fault::Kind::limit || is_first_) return false;
  // Another member may begin inside the broken one, where that was cut off.
  const bool goes_back = may_go_back_ && inside_ && taken_ <= allowance_;
  if (goes_back) {
    allowance_ -= std::min(allowance_, taken_);
    taken_ = 0;
  }
  // One byte at least, or the same member would be found again.
  taken_ = std::max(taken_, std::min<std::size_t>(source_.buffered().size(), 1));
  end_member();
  fault_.reset();
  while (true) {
    const std::string_view bytes = source_.peek(mebibyte / 16);
    const std::size_t at = find_member(bytes, compression_);
    if (at != std::string_view::npos) {
      source_.skip(at);
      return true;
    }
    if (bytes.size() < mebibyte / 16) {
      source_.skip(bytes.size());
      if (source_.fault() && source_.resume()) continue;
      ended_ = true;
      return false;
    }
    source_.skip(bytes.size() - (longest_magic - 1));
  }
}

}  // namespace quoth::archive
