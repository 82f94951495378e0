#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::kb {

/// The form in which names are compared: lower case; accents, periods, commas and double quotation marks
/// dropped; hyphens, dashes and white space one space; a leading "the" left out. "Recep Tayyip Erdoğan"
/// and "recep tayyip erdogan" are one, so are "U.S." and "US", "al-Qaeda" and "Al Qaeda". Empty where
/// nothing is left. docs/formats/kb.md gives every step. REQUIRES: UTF-8.
std::string alias_key(std::string_view name);

/// FNV-1a of 64 bits, the order of aliases in the file.
constexpr std::uint64_t key_hash(std::string_view key) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : key) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  }
  return hash;
}

}  // namespace quoth::kb
