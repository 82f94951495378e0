#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::page {

/// The runs of three words of a text (letters and digits, without regard to ASCII case).
class WordGrams {
 public:
  WordGrams() = default;
  explicit WordGrams(std::string_view text);

  bool empty() const noexcept { return grams_.empty(); }

  /// The share of the runs of three words of `text` that stand here, 0 to 1; 0 where `text` has fewer words.
  double share(std::string_view text) const;

 private:
  std::vector<std::uint64_t> grams_;  // Sorted hashes.
};

/// Calls visit(hash) for each word of the text.
template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::uint64_t hash = 0;
  for (std::size_t k = 0; k < text.size(); ++k) {
    auto value = static_cast<unsigned char>(text[k]);
    if (value >= 'A' && value <= 'Z') value = static_cast<unsigned char>(value + 32);
    // E2 80 starts quotation marks and dashes.
    const bool is_sign =
        value == 0xE2 && k + 1 < text.size() && static_cast<unsigned char>(text[k + 1]) == 0x80;
    const bool is_word =
        value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9');
    if (is_word && !is_sign) {
      hash = (hash + value + 1) * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 29U;
      continue;
    }
    if (is_sign) k += 2;
    if (hash != 0) visit(hash);
    hash = 0;
  }
  if (hash != 0) visit(hash);
}

}  // namespace quoth::page
