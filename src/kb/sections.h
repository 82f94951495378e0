#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "kb/layout.h"
#include "quoth/result.h"

namespace quoth::kb {

/// The parts of a file, verified: each range that a row names lies inside its section, texts are UTF-8,
/// ids and aliases are in order and no two are the same. Views into the file's bytes.
struct Sections {
  Rows<std::uint64_t> alias_hashes;
  Rows<AliasRow> aliases;
  Rows<CandidateRow> candidates;
  Rows<ItemRow> items;
  std::string_view text;
  std::string sha256;  ///< Of the body, in hexadecimal.

  std::string_view alias(std::size_t index) const noexcept;  ///< Its key.
  /// One past the alias's last candidate.
  std::size_t candidates_end(std::size_t index) const noexcept;
  std::string_view id(std::size_t index) const noexcept;
};

/// `name` stands for the file in messages. Fails with kb_corrupt or kb_too_new.
Result<Sections> open_sections(std::span<const std::byte> file, std::string_view name);

}  // namespace quoth::kb
