#pragma once

#include <cstdint>
#include <string_view>

namespace quoth::base {

/// Spreads each bit of a number over all 64 (SplitMix64's finaliser): a hash of numbers, the same on every machine.
constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
  x ^= x >> 30U;
  x *= 0xBF58476D1CE4E5B9U;
  x ^= x >> 27U;
  x *= 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

/// A hash of bytes (FNV-1a, then mixed), the same on every machine.
constexpr std::uint64_t hash_of(std::string_view bytes) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001B3U;
  }
  return mixed(hash);
}

}  // namespace quoth::base
