#pragma once

#include <gumbo.h>

namespace quoth::page {

/// Part of a line of text (a, b, span …, unknown tags): no block ends at its start and end.
bool is_line_part(GumboTag tag) noexcept;

/// Never read: scripts, styles, drawings, fields of forms, what stands in for something that is not shown.
bool is_never_read(const GumboElement& element) noexcept;

inline bool is_bold(GumboTag tag) noexcept { return tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG; }

/// 1 to 6 for h1 to h6; 0: no heading.
int heading_level(GumboTag tag) noexcept;

}  // namespace quoth::page
