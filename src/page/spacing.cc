#include "page/spacing.h"

#include "text/utf8.h"

namespace quoth::page {
namespace {

bool is_white(char32_t point) {
  return point <= 0x20 || point == 0x7F || point == 0x85 || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

bool is_invisible(char32_t point) {
  return point == 0xAD || point == 0x200B || point == 0x2060 || point == 0xFEFF ||
         (point > 0x7F && point < 0xA0);
}

}  // namespace

void append_spaced(std::string& text, std::string_view added, bool& space, bool inside) {
  for (std::size_t at = 0; at < added.size();) {
    const text::CodePoint point = text::decode(added, at);
    if (is_white(point.value)) {
      space = true;
    } else if (!is_invisible(point.value)) {
      if (space && inside) text += ' ';
      text.append(added, at, point.size);
      space = false;
      inside = true;
    }
    at += point.size;
  }
}

bool is_white(std::string_view text) {
  std::string shown;
  bool space = false;
  append_spaced(shown, text.substr(0, 64), space, false);
  return shown.empty() && text.size() <= 64;
}

std::string spaced(std::string_view text) {
  std::string result;
  bool space = false;
  append_spaced(result, text, space, false);
  return result;
}

}  // namespace quoth::page
