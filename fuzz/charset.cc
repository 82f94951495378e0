// Any bytes have an encoding that ICU knows, or none; what is valid UTF-8 is told as such, and labels of any bytes are harmless.

#include "text/charset.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/encoding.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)quoth::text::charset_of_label(bytes);
  const std::string charset = quoth::text::detected_charset(bytes);
  if (charset.empty()) return 0;
  const auto text = quoth::text::to_utf8(bytes, charset, quoth::text::Malformed::replace);
  if (!text || quoth::text::first_invalid(*text)) __builtin_trap();
  return 0;
}
