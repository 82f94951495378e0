#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/item.h"

namespace quoth::ingest {

/// What an input's bytes look like, decompressed, whatever its name. `undecided`: more bytes may tell.
enum class Looks : std::uint8_t {
  undecided,
  plain_text,
  json_lines,
  json_feed,
  html_page,
  xml_feed,  ///< RSS or Atom.
  warc,
  arc,
  table,  ///< Comma- or tab-separated, with a header row.
};

/// How many bytes are looked at: a page may begin with comments. What is undecided then is plain text.
inline constexpr std::size_t most_sniffed = 4096;

/// Tells by the first bytes; by no more of them than it needs, so that what writes to a pipe need not be waited for. A table is told by
/// looks_like_table() of its whole first line.
Looks looks_of(std::string_view bytes, const InputOptions& options);

/// The first place from `at` on that is no white space; the end where there is none.
std::size_t skip_space(std::string_view bytes, std::size_t at) noexcept;

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

}  // namespace quoth::ingest
