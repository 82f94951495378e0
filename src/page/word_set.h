#pragma once

#include <string_view>

namespace quoth::page {

/// The share of the words of `text` (letters and digits, without regard to ASCII case) that stand in `other` too, 0 to 1; 0 where
/// `text` has no words. Looks at the first 64 words of each.
double share_of_words(std::string_view text, std::string_view other);

}  // namespace quoth::page
