// Any bytes as the address of a request: what is accepted has no way out of the folder, and means the same when it is written again.

#include "server/query_string.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "server/host_names.h"
#include "server/target.h"
#include "text/utf8.h"

using namespace quoth::server;

namespace {

void check(const std::string& text) {
  if (quoth::text::first_invalid(text)) __builtin_trap();
  if (text.find('\0') != std::string::npos) __builtin_trap();
}

/// Every byte escaped.
std::string escaped(const std::string& text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += digits[byte >> 4U];
    result += digits[byte & 15U];
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto query = QueryString::parse(bytes)) {
    std::string again;
    for (const auto& [name, value] : query->all()) {
      check(name);
      check(value);
      again += escaped(name) + "=" + escaped(value) + "&";
    }
    const auto second = QueryString::parse(again);
    if (!second || second->all() != query->all()) __builtin_trap();
  }
  if (const auto target = Target::parse(bytes)) {
    for (const std::string& segment : target->segments) {
      check(segment);
      if (segment == "." || segment == ".." || segment.find_first_of("/\\") != std::string::npos)
        __builtin_trap();
    }
  }
  static const HostNames names("127.0.0.1", {});
  if (names.allow(bytes) && !host_name_of(bytes)) __builtin_trap();
  return 0;
}
