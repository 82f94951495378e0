#include "quoth/offsets.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "text/utf8.h"

namespace quoth {
namespace {

constexpr std::size_t block_bytes = 64;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::uint32_t count_bits(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::popcount(bits));
}

}  // namespace

OffsetMap::OffsetMap(const Document& document) {
  const std::string_view text = document.text();
  if (is_ascii(text)) return;
  // One block more than the bytes fill, so that the end of the text lies in a block too.
  blocks_.resize(text.size() / block_bytes + 1);
  Counts counts;
  for (std::size_t k = 0; k < blocks_.size(); ++k) {
    Block& block = blocks_[k];
    block.before = counts;
    const std::string_view bytes = text.substr(k * block_bytes, block_bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const bool is_start = text::starts_sequence(bytes[i]);
      const bool is_long = static_cast<unsigned char>(bytes[i]) >= 0xF0;
      block.starts |= std::uint64_t{is_start} << i;
      block.long_starts |= std::uint64_t{is_long} << i;
    }
    counts.code_points += count_bits(block.starts);
    counts.utf16_units += count_bits(block.starts) + count_bits(block.long_starts);
  }
}

OffsetMap::Counts OffsetMap::convert(std::uint32_t byte) const noexcept {
  if (blocks_.empty()) return {byte, byte};
  const Block& block = blocks_[byte / block_bytes];
  const std::uint64_t earlier = (std::uint64_t{1} << byte % block_bytes) - 1;
  const std::uint32_t starts = count_bits(block.starts & earlier);
  const std::uint32_t long_starts = count_bits(block.long_starts & earlier);
  return {block.before.code_points + starts, block.before.utf16_units + starts + long_starts};
}

}  // namespace quoth
