// As in https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state: the longest name counts; 106 old names need no
// semicolon; numbers of the C1 range mean what they mean in windows-1252.

#include "page/character_references.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/lexicon.h"
#include "page/ascii.h"
#include "text/utf8.h"

namespace quoth::page {
namespace {

constexpr std::size_t slot_count = 8192;
constexpr std::size_t longest_old_name = 6;  // Bytes of those that need no semicolon.
constexpr std::size_t longest_name = 32;
constexpr char32_t replacement = 0xFFFD;

constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_alphanumeric(char byte) { return is_digit(byte) || is_letter(byte); }

int digit_of(char byte, int base) {
  if (is_digit(byte)) return byte - '0';
  const char low = lower(byte);
  return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::size_t slot_of(std::string_view name) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char byte : name) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x01000193U;
  return (hash ^ hash >> 15U) % slot_count;
}

char32_t character_of(char32_t number) {
  if (number >= 0x80 && number < 0xA0) return windows_1252[number - 0x80];
  const bool is_scalar = number < 0x110000 && (number < 0xD800 || number > 0xDFFF);
  return number == 0 || !is_scalar ? replacement : number;
}

}  // namespace

const CharacterReferences& CharacterReferences::table() {
  static const CharacterReferences references;
  return references;
}

CharacterReferences::CharacterReferences() : slots_(slot_count) {
  std::string characters;
  for (const std::string_view line : base::lexicon_entries("character_references")) {
    Entry& entry = entries_.emplace_back();
    entry.name = line.substr(0, line.find(' '));
    characters.clear();
    for (std::string_view rest = line.substr(entry.name.size()); !rest.empty();) {
      rest.remove_prefix(1);
      std::uint32_t point = 0;
      const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), point, 16);
      text::append(characters, point);
      rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    }
    entry.size = static_cast<std::uint8_t>(characters.size());
    std::copy(characters.begin(), characters.end(), entry.characters);
    std::size_t slot = slot_of(entry.name);
    while (slots_[slot] != 0) slot = (slot + 1) % slot_count;
    slots_[slot] = static_cast<std::uint16_t>(entries_.size());
  }
}

const CharacterReferences::Entry* CharacterReferences::find(std::string_view name) const noexcept {
  for (std::size_t slot = slot_of(name); slots_[slot] != 0; slot = (slot + 1) % slot_count) {
    const Entry& entry = entries_[slots_[slot] - 1U];
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

void CharacterReferences::append_read(std::string& result, std::string_view text,
                                      Where where) const {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    result.append(text, at, mark - at);
    at = mark;
    if (at == text.size()) return;
    const std::string_view rest = text.substr(at + 1);
    const std::size_t read =
        rest.starts_with('#') ? read_number(result, rest) : read_named(result, rest, where);
    if (read == 0) result += '&';
    at += 1 + read;
  }
}

/// Reads what follows the "&"; how many bytes that took, 0 where it is no reference.
std::size_t CharacterReferences::read_named(std::string& result, std::string_view text,
                                            Where where) const {
  std::size_t length = 0;
  while (length < text.size() && length < longest_name && is_alphanumeric(text[length])) ++length;
  if (length == 0) return 0;
  if (length < text.size() && text[length] == ';') {
    if (const Entry* const entry = find(text.substr(0, length + 1))) {
      result.append(entry->characters, entry->size);
      return length + 1;
    }
  }
  for (std::size_t size = std::min(length, longest_old_name); size >= 2; --size) {
    const Entry* const entry = find(text.substr(0, size));
    if (entry == nullptr) continue;
    const char next = size < text.size() ? text[size] : '\0';
    if (where == Where::attribute && (next == '=' || is_alphanumeric(next))) return 0;
    result.append(entry->characters, entry->size);
    return size;
  }
  return 0;
}

std::size_t CharacterReferences::read_number(std::string& result, std::string_view text) {
  std::size_t at = 1;
  const int base = text.substr(at).starts_with('x') || text.substr(at).starts_with('X') ? 16 : 10;
  if (base == 16) ++at;
  const std::size_t first = at;
  char32_t number = 0;
  for (; at < text.size() && digit_of(text[at], base) >= 0; ++at) {
    const auto digit = static_cast<char32_t>(digit_of(text[at], base));
    number = std::min<char32_t>(number * static_cast<char32_t>(base) + digit, 0x110000);
  }
  if (at == first) return 0;
  if (at < text.size() && text[at] == ';') ++at;
  text::append(result, character_of(number));
  return at;
}

}  // namespace quoth::page
