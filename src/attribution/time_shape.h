#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "attribution/time_words.h"

namespace quoth::attribution {

/// Words of a phrase that stand in the order that a shape asks for. Borrows both.
///
/// A shape is a list of slots with spaces between: those of TimeWord, "^" and "$" for the phrase's ends, and
///
///   day           a number or ordinal of 1 … 31, of two digits at most
///   month-number  a number of 1 … 12, of two digits at most
///   year          a number of 1000 … 2999, of four digits or in words
///   short-year    two digits that are no day, of the last century: "99"
///   count         any number in words or of up to four digits
///   sign          dash, slash or dot
///   any-unit      unit, units or week
///   day-word, month-word, year-word   a unit by its value
///   step          relative or coming
class ShapeMatch {
 public:
  /// The leftmost place of `words` that has the shape.
  static std::optional<ShapeMatch> find(std::string_view shape, std::span<const TimeWord> words);

  bool has(std::string_view slot) const { return word(slot) != nullptr; }

  /// The value of the first word in the slot; 0 where the shape has no such slot.
  int value(std::string_view slot) const { return has(slot) ? word(slot)->value : 0; }

  /// The words themselves.
  std::span<const TimeWord> words() const { return words_; }

 private:
  bool fits(std::string_view shape, std::span<const TimeWord> words, std::size_t at);
  const TimeWord* word(std::string_view slot) const;

  std::vector<std::string_view> slots_;  // One for each of words_.
  std::span<const TimeWord> words_;
};

}  // namespace quoth::attribution
