#include "quoth/document.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace quoth {

Result<Document> Document::from_utf8(std::string text) {
  if (text.size() > max_bytes) {
    return Error{
        ErrorCode::document_too_large,
        fmt::format("the text has {} bytes, the limit is {} (16 MiB); split it into articles",
                    text.size(), max_bytes)};
  }
  if (const auto at = text::first_invalid(text)) {
    return Error{
        ErrorCode::invalid_utf8,
        fmt::format("byte {} is no valid UTF-8; state the text's encoding, or have invalid "
                    "bytes replaced",
                    *at)};
  }
  return Document(std::move(text));
}

}  // namespace quoth
