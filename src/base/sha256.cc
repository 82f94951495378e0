#include "base/sha256.h"

#include <openssl/evp.h>

#include <new>

namespace quoth::base {

Sha256 sha256(std::span<const std::byte> bytes) {
  Sha256 digest;
  auto* const out = reinterpret_cast<unsigned char*>(digest.data());
  // With a digest that is built in, only want of memory can make this fail.
  if (EVP_Digest(bytes.data(), bytes.size(), out, nullptr, EVP_sha256(), nullptr) != 1) {
    throw std::bad_alloc();
  }
  return digest;
}

std::string hexadecimal(const Sha256& digest) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::byte byte : digest) {
    text += digits[std::to_integer<unsigned>(byte) >> 4U];
    text += digits[std::to_integer<unsigned>(byte) & 15U];
  }
  return text;
}

}  // namespace quoth::base
