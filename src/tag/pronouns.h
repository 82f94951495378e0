#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::tag {

/// The pronouns that the model knows and their classes (docs/formats/model.md, feature 4). Borrows the model's text.
class Pronouns {
 public:
  /// `text`: lines of a lower-case word, a tab and a digit; other lines are passed over.
  explicit Pronouns(std::string_view text);

  /// Class of the word, compared without regard to case: 1 he, 2 she, 3 they, 4 it, 5 I or we, 6 you, 7 other; 0: no pronoun.
  std::uint8_t class_of(std::string_view word) const noexcept;

 private:
  std::vector<std::pair<std::string_view, std::uint8_t>> words_;  // Sorted.
  std::size_t longest_ = 0;
};

}  // namespace quoth::tag
