#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/result.h"

namespace quoth::segment {

/// Values are those of the model file's `normalisation.ranges`; do not renumber.
enum class CodePointClass : std::uint8_t {
  letter,
  space,
  punctuation,
  combining,
  invisible,
  ideograph,
  upper,
};

/// The class and the folded form of every code point, as the model file's tables give them.
/// Immutable. Borrows `text`, which must outlive it.
class Normalisation {
 public:
  /// Fails with model_corrupt when ranges or replacements are not ascending, overlap, name an
  /// unknown class or point outside `text`, or a replacement has more than 64 bytes.
  static Result<Normalisation> create(std::span<const std::int32_t> ranges,
                                      std::span<const std::int32_t> replaced,
                                      std::string_view text);

  /// REQUIRES: code_point <= 0x10FFFF
  CodePointClass class_of(char32_t code_point) const noexcept {
    return pages_[page_of_[code_point >> 8U]][code_point & 0xFFU];
  }

  /// Appends the folded form of `code_point`, whose UTF-8 bytes are `bytes`.
  void fold(char32_t code_point, std::string_view bytes, std::string& out) const {
    if (code_point >= 128) {
      fold_by_table(code_point, bytes, out);
    } else if (ascii_[code_point] != '\0') {
      out.push_back(ascii_[code_point]);
    }
  }

 private:
  static constexpr std::size_t page_count = 0x110000 / 256;
  using Page = std::array<CodePointClass, 256>;

  Normalisation() = default;
  void set_classes(std::span<const std::int32_t> ranges);
  void fold_by_table(char32_t code_point, std::string_view bytes, std::string& out) const;

  std::vector<std::uint16_t> page_of_;  // One entry for 256 code points; equal pages are shared.
  std::vector<Page> pages_;
  std::array<char, 128> ascii_{};  // Folded ASCII; 0: the empty form.
  std::span<const std::int32_t> replaced_;
  std::string_view text_;
};

}  // namespace quoth::segment
