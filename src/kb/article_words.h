#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::kb {

/// The words of a text that can tell what it is about: as alias_key() writes them, of at least four bytes, no
/// function words; each once. Their hashes alone are kept. Immutable.
class ArticleWords {
 public:
  ArticleWords() = default;
  /// Bytes that are no UTF-8 are no words.
  explicit ArticleWords(std::string_view text);

  std::size_t size() const noexcept { return hashes_.size(); }

  /// The share of `others` that are among these words, 0 to 1; 0 where there are none.
  double share_of(const ArticleWords& others) const noexcept;

 private:
  std::vector<std::uint64_t> hashes_;  // Ascending.
};

}  // namespace quoth::kb
