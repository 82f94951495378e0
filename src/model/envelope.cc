#include "model/envelope.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/sha256.h"

// The writer is training/quoth_training/export.py, the page docs/formats/model.md.

namespace quoth::model {
namespace {

constexpr std::size_t envelope_size = 64;
constexpr std::string_view magic = "QUOTHMDL";
constexpr std::uint32_t newest_version = 1;
constexpr std::size_t version_at = 8;
constexpr std::size_t length_at = 16;
constexpr std::size_t hash_at = 24;

template <typename Integer>
Integer little_endian(std::span<const std::byte> bytes, std::size_t at) {
  Integer value = 0;
  for (std::size_t k = 0; k < sizeof(Integer); ++k) {
    value |= static_cast<Integer>(static_cast<Integer>(bytes[at + k]) << (8 * k));
  }
  return value;
}

Error corrupt(std::string_view name, std::size_t at, const std::string& what) {
  return {ErrorCode::model_corrupt, std::string(name) + ": byte " + std::to_string(at) + ": " +
                                        what +
                                        "; fetch the file again or choose another with --model"};
}

}  // namespace

Result<Envelope> open_envelope(std::span<const std::byte> file, std::string_view name) {
  if (file.size() < envelope_size) return corrupt(name, file.size(), "the file ends in its header");
  if (std::memcmp(file.data(), magic.data(), magic.size()) != 0) {
    return corrupt(name, 0, "this is no Quoth model (wrong magic)");
  }
  const auto version = little_endian<std::uint32_t>(file, version_at);
  if (version > newest_version) {
    return Error{ErrorCode::model_too_new,
                 std::string(name) + ": byte 8: format version " + std::to_string(version) +
                     ", this engine reads up to " + std::to_string(newest_version) +
                     "; use a newer engine or an older model"};
  }
  if (version == 0) return corrupt(name, version_at, "format version 0");
  const auto length = little_endian<std::uint64_t>(file, length_at);
  if (length != file.size() - envelope_size) {
    return corrupt(name, length_at,
                   "a body of " + std::to_string(length) + " bytes is announced, " +
                       std::to_string(file.size() - envelope_size) + " are there");
  }
  const auto reserved_is_zero = [&](std::size_t from, std::size_t to) {
    return std::all_of(file.begin() + static_cast<std::ptrdiff_t>(from),
                       file.begin() + static_cast<std::ptrdiff_t>(to),
                       [](std::byte b) { return b == std::byte{0}; });
  };
  if (!reserved_is_zero(12, 16)) return corrupt(name, 12, "reserved bytes are not zero");
  if (!reserved_is_zero(56, 64)) return corrupt(name, 56, "reserved bytes are not zero");
  Envelope envelope;
  envelope.body = file.subspan(envelope_size);
  const base::Sha256 digest = base::sha256(envelope.body);
  if (std::memcmp(digest.data(), file.data() + hash_at, digest.size()) != 0) {
    return corrupt(name, hash_at, "the body does not match its SHA-256");
  }
  envelope.sha256 = base::hexadecimal(digest);
  return envelope;
}

}  // namespace quoth::model
