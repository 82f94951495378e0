#pragma once

#include <string_view>

#include "segment/normalisation.h"
#include "segment/segmented_text.h"

namespace quoth::segment {

/// Which signs are quotation marks, and what they enclose: sets each word's mark and fills `marks`.
/// REQUIRES: words, gaps and paragraphs are set. Linear in the words.
///
/// One pass over each paragraph. A sign is first judged by its surroundings (may it open, may it
/// close?), then paired through a stack. What makes English hard is that one sign has several jobs:
/// `'` and `’` are apostrophe, closing mark and, in typewriter text, opening mark; `"` is opening
/// mark, closing mark and inch. The rules, in order:
///
///   apostrophe         a single sign glued to letters or digits on both sides (won't, O'Rell)
///   prime              a double sign glued to a digit, when no double mark is open or when it
///                      follows feet (6'2")
///   plural_possessive  a closing single sign after a word in -s closes only when no sure closing
///                      sign comes later in the paragraph (the farmers’ market)
///   single_needs_close a single sign opens only when a possible closing one follows ('tis, ’90s)
///   missing_close      a second opening of double marks: the first was never closed and ends there
///   stray              a closing sign with nothing open is no mark
///   unclosed           what is open at a paragraph's end ends there, so no mistake shifts what follows
void pair_marks(std::string_view text, const Normalisation& normalisation, SegmentedText& out);

bool is_double_sign(char32_t sign) noexcept;  ///< “ ” „ « » " and the like.
bool is_single_sign(char32_t sign) noexcept;  ///< ‘ ’ ‚ ‹ › ' ` and the like.

}  // namespace quoth::segment
