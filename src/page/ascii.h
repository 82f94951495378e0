#pragma once

#include <algorithm>
#include <string_view>

namespace quoth::page {

// Letters and white space as HTML's syntax knows them: of ASCII alone.

constexpr char lower(char byte) noexcept {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
}

constexpr bool is_letter(char byte) noexcept { return lower(byte) >= 'a' && lower(byte) <= 'z'; }

constexpr bool is_space(char byte) noexcept {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\f' || byte == '\r';
}

constexpr bool is_all_space(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), is_space);
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace quoth::page
