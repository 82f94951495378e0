#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "quoth/result.h"

namespace quoth {

/// Half-open range of bytes, [start, end), in Document::text(). Spans made by
/// Quoth lie inside the text and never split a UTF-8 sequence. For Python and
/// browser offsets, which count other things, see offsets.h.
///
///     text   " W e   w o n , "   s h e   s a i d .      {0, 9} is "\"We won,\""
///     byte   0 1 2 3 4 5 6 7 8 9                        {0, 0} is empty
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
};

/// One article: its text, byte for byte as given. Immutable. Spans outlive the
/// document and survive moves; views returned by text() do neither.
class Document {
 public:
  /// The largest text, in bytes: 16 MiB.
  static constexpr std::size_t max_bytes = std::size_t{16} << 20U;

  /// Fails with invalid_utf8 (the message gives the byte offset) or document_too_large.
  static Result<Document> from_utf8(std::string text);

  std::string_view text() const& noexcept { return text_; }
  /// REQUIRES: span came from this document.
  std::string_view text(Span span) const& noexcept {
    return {text_.data() + span.start, std::size_t{span.end} - span.start};
  }
  std::string_view text() const&& = delete;
  std::string_view text(Span) const&& = delete;

 private:
  explicit Document(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace quoth
