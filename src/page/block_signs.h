#pragma once

#include <string_view>

#include "page/tag.h"

namespace quoth::page {

// Small signs of what a block is, read off its text alone.

/// Begins with a phrase of data/page/boilerplate_phrases.txt, as whole words.
bool starts_with_phrase(std::string_view text);

/// Ends in a full stop, question or exclamation mark, quotation marks and brackets behind it left out.
bool ends_sentence(std::string_view text) noexcept;

bool starts_upper(std::string_view text) noexcept;
bool has_copyright(std::string_view text) noexcept;  ///< A © in it.
bool has_quotation_mark(std::string_view text) noexcept;
bool has_address(std::string_view text) noexcept;  ///< Of the web or of mail.

/// A year of 1990 to 2039 or a time of day in a block of less than 80 bytes.
bool has_date(std::string_view text) noexcept;

/// "By Ana Ruiz": begins with "By" and a capital, in less than 120 bytes.
bool has_byline(std::string_view text) noexcept;

/// Tags that mean the same to the trees have one number: paragraph 0, heading 1, list item 2, cell 3, quotation 4, caption 5, other 6 …
int tag_kind(Tag tag) noexcept;

}  // namespace quoth::page
