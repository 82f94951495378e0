#include "text/utf8.h"

#include <simdjson.h>

namespace quoth::text {
namespace {

/// What starts at a byte: a whole sequence, or the longest part of one that a replacement sign stands for.
struct Sequence {
  std::size_t size = 1;
  bool valid = false;
};

/// Bounds of the second byte, which alone decides about overlong forms, surrogates and the upper end.
struct Lead {
  std::size_t size = 0;  ///< 0: no sequence starts so.
  unsigned char second_least = 0x80;
  unsigned char second_most = 0xBF;
};

Lead lead_of(unsigned char byte) noexcept {
  if (byte < 0x80) return {.size = 1};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {.size = 2};
  if (byte == 0xE0) return {.size = 3, .second_least = 0xA0};
  if (byte == 0xED) return {.size = 3, .second_most = 0x9F};
  if (byte < 0xF0) return {.size = 3};
  if (byte == 0xF0) return {.size = 4, .second_least = 0x90};
  if (byte < 0xF4) return {.size = 4};
  if (byte == 0xF4) return {.size = 4, .second_most = 0x8F};
  return {};
}

Sequence sequence_at(std::string_view bytes, std::size_t at) noexcept {
  const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
  if (lead.size == 0) return {};
  for (std::size_t k = 1; k < lead.size; ++k) {
    if (at + k == bytes.size()) return {.size = k};
    const auto byte = static_cast<unsigned char>(bytes[at + k]);
    const unsigned char least = k == 1 ? lead.second_least : 0x80;
    const unsigned char most = k == 1 ? lead.second_most : 0xBF;
    if (byte < least || byte > most) return {.size = k};
  }
  return {.size = lead.size, .valid = true};
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view bytes) noexcept {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::nullopt;
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.valid) return at;
    at += sequence.size;
  }
  return std::nullopt;
}

std::string replace_invalid(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    if (sequence.valid) {
      text.append(bytes, at, sequence.size);
    } else {
      append(text, U'\uFFFD');
    }
    at += sequence.size;
  }
  return text;
}

void append(std::string& text, char32_t code_point) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  const auto put_tail = [&](unsigned shift) { put(0x80U | (code_point >> shift & 0x3FU)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | code_point >> 6U);
    put_tail(0);
  } else if (code_point < 0x10000) {
    put(0xE0U | code_point >> 12U);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0U | code_point >> 18U);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

}  // namespace quoth::text
