#include "page/spacing.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

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

constexpr std::size_t longest_reference = 9;  // Bytes with "&" before.

/// The character of "amp", "#39", "#x27"; 0: none.
char32_t referred(std::string_view reference) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 13> names = {{{"amp", '&'},
                                                                            {"quot", '"'},
                                                                            {"apos", '\''},
                                                                            {"lt", '<'},
                                                                            {"gt", '>'},
                                                                            {"nbsp", 0xA0},
                                                                            {"rsquo", 0x2019},
                                                                            {"lsquo", 0x2018},
                                                                            {"ldquo", 0x201C},
                                                                            {"rdquo", 0x201D},
                                                                            {"ndash", 0x2013},
                                                                            {"mdash", 0x2014},
                                                                            {"hellip", 0x2026}}};
  for (const auto& [name, point] : names) {
    if (name == reference) return point;
  }
  if (!reference.starts_with('#')) return 0;
  reference.remove_prefix(1);
  const bool is_hexadecimal = reference.starts_with('x') || reference.starts_with('X');
  if (is_hexadecimal) reference.remove_prefix(1);
  std::uint32_t point = 0;
  const char* const end = reference.data() + reference.size();
  const auto [read, error] =
      std::from_chars(reference.data(), end, point, is_hexadecimal ? 16 : 10);
  const bool is_scalar = point < 0x110000 && (point < 0xD800 || point > 0xDFFF);
  return error == std::errc() && read == end && is_scalar ? point : 0;
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

std::string without_references(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const char32_t point = end == std::string_view::npos || end - at > longest_reference
                               ? 0
                               : referred(text.substr(at + 1, end - at - 1));
    if (point == 0) {
      result += text[at++];
    } else {
      text::append(result, point);
      at = end + 1;
    }
  }
  return result;
}

std::string spaced(std::string_view text) {
  std::string result;
  bool space = false;
  append_spaced(result, text, space, false);
  return result;
}

}  // namespace quoth::page
