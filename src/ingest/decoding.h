#pragma once

#include <string>
#include <string_view>

#include "ingest/item.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// The bytes of a whole text as InputOptions::encoding says: UTF-8, or UTF-16 by its byte order mark, where it is empty; what
/// text::detected_charset() finds where it is "detect". A byte order mark stays part of the text. Without an encoding, bytes
/// that are no UTF-8 come back as they are, for Document to refuse. Fails with unknown_encoding (also where none could be told) or
/// invalid_utf8; the message names no input.
Result<std::string> decoded(std::string bytes, const InputOptions& options);

/// Whether the option asks for a guess.
bool is_to_detect(const InputOptions& options) noexcept;

/// The encoding that `first_bytes` of an input ask for under the options; "UTF-8" where nothing says otherwise, empty where none
/// can be told.
std::string encoding_of(std::string_view first_bytes, const InputOptions& options);

}  // namespace quoth::ingest
