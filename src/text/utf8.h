#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::text {

/// Byte offset of the first byte that belongs to no UTF-8 sequence (RFC 3629: no surrogates, none
/// above U+10FFFF, none longer than need be); empty when all is valid.
std::optional<std::size_t> first_invalid(std::string_view bytes) noexcept;

/// The bytes with each maximal part of a broken sequence replaced by U+FFFD (Unicode 15, section
/// 3.9; so do browsers and Python). Valid bytes come back unchanged.
std::string replace_invalid(std::string_view bytes);

/// A code point and how many bytes its sequence has, 1 to 4.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;
};

/// The code point that starts at byte `at`. REQUIRES: valid UTF-8; a sequence starts at `at`.
inline CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t k) -> char32_t {
    return static_cast<unsigned char>(text[at + k]);
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  if (lead < 0xF0) {
    return {(lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  }
  return {(lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
              (byte(3) & 0x3FU),
          4};
}

/// Whether the byte starts a sequence (it is no continuation byte).
constexpr bool starts_sequence(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Appends the code point's sequence. REQUIRES: a Unicode scalar value.
void append(std::string& text, char32_t code_point);

}  // namespace quoth::text
