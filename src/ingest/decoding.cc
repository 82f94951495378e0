#include "ingest/decoding.h"

#include <utility>

#include "text/charset.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace quoth::ingest {

bool is_to_detect(const InputOptions& options) noexcept { return options.encoding == "detect"; }

std::string encoding_of(std::string_view first_bytes, const InputOptions& options) {
  if (is_to_detect(options)) return text::detected_charset(first_bytes);
  const std::string_view mark = text::encoding_by_byte_order_mark(first_bytes);
  // A mark completes UTF-16 to UTF-16LE or UTF-16BE: then it stays part of the text.
  const bool mark_decides = options.encoding.empty() || text::is_family_of(options.encoding, mark);
  const std::string encoding = mark_decides ? std::string(mark) : options.encoding;
  return encoding.empty() ? "UTF-8" : encoding;
}

Result<std::string> decoded(std::string bytes, const InputOptions& options) {
  const std::string encoding = encoding_of(bytes, options);
  if (encoding.empty()) {
    return Error{ErrorCode::unknown_encoding,
                 "the encoding cannot be told; name it with --encoding NAME, if this is text"};
  }
  if (encoding == "UTF-8") {
    if (options.replace_invalid) bytes = text::replace_invalid(bytes);
    return bytes;
  }
  return text::to_utf8(
      bytes, encoding,
      options.replace_invalid ? text::Malformed::replace : text::Malformed::refuse);
}

}  // namespace quoth::ingest
