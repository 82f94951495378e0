#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace quoth::base {

using Sha256 = std::array<std::byte, 32>;

/// SHA-256 (FIPS 180-4) of the bytes. Throws std::bad_alloc alone.
Sha256 sha256(std::span<const std::byte> bytes);

/// 64 lower-case hexadecimal digits.
std::string hexadecimal(const Sha256& digest);

}  // namespace quoth::base
