#pragma once

#include <string>
#include <string_view>

#include "ingest/item.h"
#include "quoth/document.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// The document that plain text in some encoding holds: the one that the options name, else that of a byte order mark, else `stated`
/// (what a server said of it; an unknown name counts as none), else UTF-8, or what is detected where it is none. Codes: invalid_utf8,
/// unknown_encoding, document_too_large; the message names no input.
Result<Document> text_document(std::string bytes, std::string_view stated,
                               const InputOptions& options);

/// The charset that a media type states ("text/html; charset=latin1"); empty: none.
std::string stated_charset(std::string_view media_type);

/// A media type without parameters, in lower case: "text/html".
std::string bare_media_type(std::string_view media_type);

}  // namespace quoth::ingest
