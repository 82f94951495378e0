#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "page/ascii.h"

namespace quoth::page {

/// Finds a name of at most 15 bytes among `count` ones, whatever the case of its letters. Made at compile time: a table of hashes with
/// open addressing; equal names would be found at their first index.
template <std::size_t count>
class NameTable {
 public:
  static constexpr std::size_t longest = 15;

  explicit constexpr NameTable(const std::array<std::string_view, count>& names) {
    for (std::size_t k = 0; k < count; ++k) {
      if (names[k].empty()) continue;
      std::uint32_t slot = hash(names[k]);
      while (slots_[slot] != 0) slot = (slot + 1) % slot_count;
      slots_[slot] = static_cast<std::uint8_t>(k + 1);
    }
  }

  /// The index of the name in `names`, those of the constructor; `count` where it is none of them.
  constexpr std::size_t find(const std::array<std::string_view, count>& names,
                             std::string_view name) const noexcept {
    if (name.empty() || name.size() > longest) return count;
    for (std::uint32_t slot = hash(name); slots_[slot] != 0; slot = (slot + 1) % slot_count) {
      const std::size_t index = slots_[slot] - 1U;
      if (is_same(name, names[index])) return index;
    }
    return count;
  }

 private:
  static_assert(count < 255);
  static constexpr std::uint32_t slot_count = count > 64 ? 1024 : 128;

  static constexpr std::uint32_t hash(std::string_view name) noexcept {
    const auto byte = [&](std::size_t at) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(name[at])) | 0x20U;
    };
    const std::size_t size = name.size();
    const std::uint32_t mixed = byte(0) * 31U + byte(size - 1) * 337U + byte(size / 2) * 2683U +
                                static_cast<std::uint32_t>(size) * 8191U;
    return (mixed ^ mixed >> 10U) % slot_count;
  }

  static constexpr bool is_same(std::string_view written, std::string_view name) noexcept {
    if (written.size() != name.size()) return false;
    for (std::size_t k = 0; k < name.size(); ++k) {
      if (lower(written[k]) != name[k]) return false;
    }
    return true;
  }

  std::array<std::uint8_t, slot_count> slots_{};
};

}  // namespace quoth::page
