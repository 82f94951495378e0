#include "quotes/kind.h"

#include "text/utf8.h"

namespace quoth::quotes {
namespace {

constexpr std::size_t direct_percent = 95;

struct Letters {
  std::size_t all = 0;
  std::size_t inside = 0;
};

bool is_letter(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c < 0x2000);
}

void count(std::string_view piece, Letters& letters) {
  bool inside = false;
  for (std::size_t at = 0; at < piece.size();) {
    const text::CodePoint point = text::decode(piece, at);
    at += point.size;
    if (point.value == U'"') {
      inside = !inside;
    } else if (point.value == U'“' || point.value == U'«' || point.value == U'„') {
      inside = !(inside && point.value == U'“');  // “ closes what „ opened.
    } else if (point.value == U'”' || point.value == U'»') {
      inside = false;
    } else if (is_letter(point.value)) {
      ++letters.all;
      letters.inside += inside ? 1U : 0U;
    }
  }
}

/// ‘…’ or '…' around the whole piece: British direct speech.
bool stands_in_single_marks(std::string_view piece) {
  const auto starts = [&](std::string_view mark) { return piece.starts_with(mark); };
  const auto ends = [&](std::string_view mark) { return piece.ends_with(mark); };
  return (starts("‘") && ends("’")) || (piece.size() > 2 && starts("'") && ends("'")) ||
         (starts("‹") && ends("›"));
}

}  // namespace

Quotation::Kind kind_of(std::string_view text, const std::vector<Span>& content) {
  Letters letters;
  for (const Span span : content) {
    const std::string_view piece = text.substr(span.start, span.end - span.start);
    if (stands_in_single_marks(piece)) {
      Letters whole;
      count(piece, whole);
      letters.all += whole.all;
      letters.inside += whole.all;
    } else {
      count(piece, letters);
    }
  }
  if (letters.inside == 0) return Quotation::Kind::indirect;
  return letters.inside * 100 > letters.all * direct_percent ? Quotation::Kind::direct
                                                             : Quotation::Kind::mixed;
}

}  // namespace quoth::quotes
