#pragma once

#include <span>
#include <string>
#include <string_view>

#include "quoth/document.h"

namespace quoth::variants {

/// Appends a quotation's content as Utterance::content wants it: white space is one space, the quotation marks around each span are left out,
/// those inside stay, a line feed parts the spans. REQUIRES: valid UTF-8, spans on characters inside the text.
void append_content(std::string_view text, std::span<const Span> spans, std::string& out);

}  // namespace quoth::variants
