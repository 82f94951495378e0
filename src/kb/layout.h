#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string_view>

// The bytes of a .qkb file, as docs/formats/kb.md draws them; shared by reader and writer.

namespace quoth::kb {

static_assert(std::endian::native == std::endian::little, "files are read in place");

inline constexpr std::string_view file_magic = "QUOTH_KB";
inline constexpr std::uint32_t file_version = 1;
inline constexpr std::size_t envelope_size = 64;
inline constexpr std::size_t version_at = 8, length_at = 16, hash_at = 24;  ///< Bytes in the file.

/// The body's first bytes.
struct BodyHeader {
  std::uint32_t items = 0, aliases = 0, candidates = 0, reserved = 0;  ///< Numbers of rows.
  std::uint64_t text_size = 0;                                         ///< Bytes.
};
static_assert(sizeof(BodyHeader) == 24);

struct AliasRow {
  std::uint32_t text_at = 0;
  std::uint32_t first_candidate = 0;  ///< Its candidates end where the next alias's begin.
  std::uint32_t elsewhere = 0;        ///< Mentions that meant something that is no item.
  std::uint16_t length = 0;           ///< Bytes of the key.
  std::uint16_t reserved = 0;
};
static_assert(sizeof(AliasRow) == 16);

struct CandidateRow {
  std::uint32_t item = 0;
  std::uint32_t count = 0;
};
static_assert(sizeof(CandidateRow) == 8);

inline constexpr std::int16_t no_year = std::numeric_limits<std::int16_t>::min();

struct ItemRow {
  std::uint32_t text_at = 0;  ///< Id, name and description, one after the other.
  std::uint16_t id_length = 0, name_length = 0, description_length = 0;
  std::uint8_t types = 0, reserved = 0;
  std::int16_t start_year = no_year, end_year = no_year;
  std::uint32_t mentions = 0;  ///< Sum of its candidates' counts.
};
static_assert(sizeof(ItemRow) == 20);

/// One section of the body: rows of one sort, copied out on access since the bytes may lie anywhere.
template <typename Row>
class Rows {
 public:
  Rows() = default;
  explicit Rows(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::size_t size() const noexcept { return bytes_.size() / sizeof(Row); }
  Row operator[](std::size_t index) const noexcept {
    Row row;
    std::memcpy(&row, bytes_.data() + index * sizeof(Row), sizeof(Row));
    return row;
  }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace quoth::kb
