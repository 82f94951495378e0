#pragma once

#include <string>
#include <string_view>

namespace quoth::page {

/// Appends the text with runs of white space as one space, and without what a browser does not show (zero-width spaces, soft hyphens,
/// control characters). `space`: white space is due before the next character; updated. `inside`: something of the same
/// line is there already; without it white space at the start is dropped. REQUIRES: valid UTF-8.
void append_spaced(std::string& text, std::string_view added, bool& space, bool inside);

/// Nothing in it is shown.
bool is_white(std::string_view text);

/// The text with references to characters ("&#8217;", "&amp;") read, as they stand where HTML was put into JSON.
std::string without_references(std::string_view text);

/// The text alone, no white space at its ends.
std::string spaced(std::string_view text);

}  // namespace quoth::page
