// Any bytes as an HTTP answer with any codings: the body stays within its limit, and decoding ends.

#include "archive/http_body.h"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace quoth::archive;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t most = std::size_t{1} << 20U;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static HttpBody decoder;
  std::string unfolded;
  const auto answer = read_http_answer(bytes, unfolded);
  if (!answer) return 0;
  const auto body = decoder.decode(*answer, most);
  if (body.bytes.size() > most) __builtin_trap();
  // What was not coded lies where it came from.
  if (answer->content_encoding.empty() && answer->transfer_encoding.empty() &&
      body.state == HttpBody::State::whole && body.bytes.data() != answer->body.data()) {
    __builtin_trap();
  }
  return 0;
}
