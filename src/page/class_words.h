#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::page {

/// What the words of an element's class and id tell of it: the kinds of data/page/class_words.txt, in its order.
enum class ClassKind : std::uint8_t {
  body,
  comment,
  related,
  share,
  letter,
  advert,
  navigation,
  byline,
  caption,
  tags,
  title,
  quotation,
};
constexpr std::size_t class_kind_count = 12;

/// A set of kinds, a bit each.
using ClassKinds = std::uint32_t;
constexpr ClassKinds bit(ClassKind kind) noexcept { return 1U << static_cast<unsigned>(kind); }

/// The table of words. Immutable, for any number of threads.
class ClassWords {
 public:
  static const ClassWords& table();  ///< Read once from data/page/class_words.txt.

  /// The kinds that the words of an attribute's value name: "ArticleBody_main-text" has `body`.
  ClassKinds kinds(std::string_view value) const;

 private:
  ClassWords();
  ClassKinds of_word(std::string_view word) const;

  std::vector<std::pair<std::string_view, ClassKinds>> words_;  // Sorted by word.
};

}  // namespace quoth::page
