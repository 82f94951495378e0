#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

#include "page/tag.h"

namespace quoth::page {

/// What elements of HTML have in common for the rules of the tree, a bit each.
enum Trait : std::uint16_t {
  is_special = 1U << 0U,         ///< An end tag of no special meaning does not reach over it.
  ends_scope = 1U << 1U,         ///< Elements above it are not in scope.
  ends_list_scope = 1U << 2U,    ///< … in list item scope, ends_scope aside.
  ends_button_scope = 1U << 3U,  ///< … in button scope, ends_scope aside.
  ends_table_scope = 1U << 4U,   ///< … in table scope.
  has_implied_end = 1U << 5U,    ///< Its end tag may be left out.
  has_implied_end_in_template = 1U << 6U,
  is_heading = 1U << 7U,
  fosters = 1U << 8U,     ///< A table or a part of one that holds no text.
  breaks_out = 1U << 9U,  ///< Its start tag ends drawings and formulas.
};
using Traits = std::uint16_t;

/// A value for each tag, written down as lists of tags of equal value.
template <class Value>
class TagTable {
 public:
  constexpr TagTable& set(Value value, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) values_[static_cast<std::size_t>(tag)] = value;
    return *this;
  }
  constexpr TagTable& add(Value value, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) {
      Value& old = values_[static_cast<std::size_t>(tag)];
      old = static_cast<Value>(old | value);
    }
    return *this;
  }
  constexpr Value operator[](Tag tag) const noexcept {
    return values_[static_cast<std::size_t>(tag)];
  }

 private:
  std::array<Value, tag_count> values_{};
};

/// Of elements of HTML.
Traits traits_of(Tag tag) noexcept;

}  // namespace quoth::page
