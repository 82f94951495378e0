#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "quoth/result.h"

namespace quoth::text {

/// The encoding that a byte order mark at the start of the bytes declares: "UTF-8", "UTF-16LE",
/// "UTF-16BE", "UTF-32LE" …; empty where there is none. Lives for ever.
std::string_view encoding_by_byte_order_mark(std::string_view bytes) noexcept;

/// Whether `encoding` ("utf16", or an alias) leaves open the byte order that `mark` ("UTF-16LE") states.
bool is_family_of(const std::string& encoding, std::string_view mark) noexcept;

/// What to do with bytes that are malformed in their encoding.
enum class Malformed : std::uint8_t { refuse, replace };  ///< replace: by U+FFFD.

/// The bytes of a text in the encoding (a label of the web, charset.h: "latin1" is windows-1252; else any name or alias
/// that ICU knows) as UTF-8. Where the encoding itself states the byte order ("UTF-16LE"), a byte order
/// mark stays part of the text. Fails with unknown_encoding, or invalid_utf8 (malformed bytes: the
/// message gives the byte offset).
Result<std::string> to_utf8(std::string_view bytes, const std::string& encoding,
                            Malformed malformed);

}  // namespace quoth::text
