#pragma once

#include "page/node.h"

namespace quoth::page {

/// Part of a line of text (a, b, span …, unknown tags): no block ends at its start and end.
bool is_line_part(Tag tag) noexcept;

/// Never read: scripts, styles, drawings, fields of forms, what stands in for something that is not shown.
bool is_never_read(const Node& element) noexcept;

inline bool is_bold(Tag tag) noexcept { return tag == Tag::b || tag == Tag::strong; }

/// 1 to 6 for h1 to h6; 0: no heading.
int heading_level(Tag tag) noexcept;

}  // namespace quoth::page
