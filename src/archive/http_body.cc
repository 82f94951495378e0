#include "archive/http_body.h"

#include <algorithm>
#include <optional>

#include "archive/header_fields.h"

namespace quoth::archive {
namespace {

using State = HttpBody::State;
using Bytes = HttpBody::Bytes;

// A chunk's size has at most eight digits: no body here is larger than 16 MiB.
constexpr std::size_t longest_size = 8;
// Servers use one coding, proxies may add a second.
constexpr int most_codings = 3;
constexpr std::size_t smallest_buffer = std::size_t{256} << 10U;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Takes a chunk's first line: hexadecimal size, perhaps blanks or an extension. Nothing: it is no such line.
std::optional<std::size_t> take_size(std::string_view& body) {
  const std::size_t feed = body.find('\n');
  if (feed == std::string_view::npos) return {};
  std::string_view line = body.substr(0, feed);
  line = trimmed(line.substr(0, line.find(';')));
  if (line.empty() || line.size() > longest_size) return {};
  std::size_t size = 0;
  for (const char c : line) {
    const int digit = hex_digit(c);
    if (digit < 0) return {};
    size = size * 16 + static_cast<std::size_t>(digit);
  }
  body.remove_prefix(feed + 1);
  return size;
}

void skip_line_end(std::string_view& body) {
  if (body.starts_with('\r')) body.remove_prefix(1);
  if (body.starts_with('\n')) body.remove_prefix(1);
}

std::optional<Compression> compression_of(std::string_view coding) {
  if (is_name(coding, "gzip") || is_name(coding, "x-gzip")) return Compression::gzip;
  if (is_name(coding, "deflate")) return Compression::zlib;
  if (is_name(coding, "br")) return Compression::brotli;
  if (is_name(coding, "zstd")) return Compression::zstd;
  return {};
}

/// Takes the last of the codings that a comma parts: the last that was applied is the first to be undone.
std::string_view take_last_coding(std::string_view& codings) {
  const std::size_t comma = codings.rfind(',');
  const std::string_view last =
      comma == std::string_view::npos ? codings : codings.substr(comma + 1);
  codings = comma == std::string_view::npos ? std::string_view() : codings.substr(0, comma);
  return trimmed(last);
}

}  // namespace

Bytes join_chunks(std::string_view body, std::string& joined) {
  const std::string_view whole = body;
  joined.clear();
  // One more empty line behind the header is one that some servers send.
  skip_line_end(body);
  while (true) {
    const auto size = take_size(body);
    if (!size && joined.empty()) return {whole, State::whole};
    if (!size) return {joined, State::cut_off};
    if (*size == 0) return {joined, State::whole};
    joined += body.substr(0, *size);
    if (body.size() < *size) return {joined, State::cut_off};
    body.remove_prefix(*size);
    skip_line_end(body);
  }
}

Bytes HttpBody::decode(const HttpAnswer& answer, std::size_t most) {
  Bytes out{answer.body, State::whole};
  std::string_view transfer = answer.transfer_encoding;
  if (is_name(take_last_coding(transfer), "chunked")) out = join_chunks(answer.body, joined_);
  std::string_view codings = answer.content_encoding;
  for (int k = 0; !codings.empty(); ++k) {
    const std::string_view coding = take_last_coding(codings);
    if (coding.empty() || is_name(coding, "identity") || is_name(coding, "none")) continue;
    if (k == most_codings) return {{}, State::unknown_coding};
    const Bytes undone = undo(out.bytes, coding, most);
    if (undone.state == State::too_large || undone.state == State::unknown_coding) return undone;
    out = {undone.bytes, out.state == State::whole ? undone.state : out.state};
  }
  if (out.bytes.size() > most) return {{}, State::too_large};
  return out;
}

Bytes HttpBody::undo(std::string_view body, std::string_view coding, std::size_t most) {
  const auto compression = compression_of(coding);
  if (!compression) return {{}, State::unknown_coding};
  if (body.empty()) return {body, State::whole};
  const bool has_magic = *compression == Compression::gzip || *compression == Compression::zstd;
  // Some servers send one more empty line behind the header.
  std::string_view behind = body;
  skip_line_end(behind);
  if (has_magic && compression_by_magic(behind) == compression) body = behind;
  if (has_magic && compression_by_magic(body) != compression) return {body, State::whole};
  Bytes out = decompress(body, *compression, most);
  // "deflate" was to mean zlib's wrapping, and many servers send it bare.
  if (*compression == Compression::zlib && out.state == State::cut_off && out.bytes.empty())
    out = decompress(body, Compression::deflate, most);
  if (out.state == State::cut_off && out.bytes.empty() && !has_magic) return {body, State::whole};
  return out;
}

Bytes HttpBody::decompress(std::string_view body, Compression compression, std::size_t most) {
  auto& decoder = decoders_.at(static_cast<std::size_t>(compression));
  if (!decoder) decoder = make_decoder(compression);
  buffer_ = 1 - buffer_;
  std::string& buffer = buffers_.at(buffer_);
  if (buffer.size() < std::max(smallest_buffer, std::min(most, 8 * body.size())))
    buffer.resize(std::max(smallest_buffer, std::min(most, 8 * body.size())));
  std::size_t written = 0;
  decoder->restart();
  std::string_view input = body;
  if (decoder->decode_whole(input, buffer.data(), buffer.size(), written) && written <= most)
    return {std::string_view(buffer).substr(0, written), State::whole};
  written = 0;
  while (true) {
    if (written == buffer.size()) buffer.resize(2 * buffer.size());
    const std::size_t before = written, given = input.size();
    const Decoder::State state =
        decoder->decode(input, buffer.data() + written, buffer.size() - written, written);
    if (written > most) return {{}, State::too_large};
    const bool is_stuck = written == before && input.size() == given;
    if (state == Decoder::State::going_on && !is_stuck) continue;
    const State end = state == Decoder::State::member_ended ? State::whole : State::cut_off;
    return {std::string_view(buffer).substr(0, written), end};
  }
}

}  // namespace quoth::archive
