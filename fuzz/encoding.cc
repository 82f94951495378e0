// Bytes in any encoding become valid UTF-8 or an error, and offsets of the result convert.

#include "text/encoding.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "quoth/offsets.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* encodings[] = {"UTF-8",        "UTF-16",      "UTF-16LE", "Shift_JIS",
                                       "windows-1252", "ISO-2022-JP", "UTF-7",    "GB18030"};
  if (size == 0) return 0;
  const char* const encoding = encodings[data[0] % std::size(encodings)];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  (void)quoth::text::to_utf8(bytes, encoding, quoth::text::Malformed::refuse);
  const auto text = quoth::text::to_utf8(bytes, encoding, quoth::text::Malformed::replace);
  if (!text || quoth::text::first_invalid(*text)) std::abort();
  const auto document = quoth::Document::from_utf8(*text);
  if (!document) std::abort();
  const auto whole = quoth::Span{0, static_cast<std::uint32_t>(text->size())};
  const quoth::OffsetMap offsets(*document);
  const auto points = offsets.code_points(whole);
  if (points.end > offsets.utf16(whole).end || points.end > text->size()) std::abort();
  return 0;
}
