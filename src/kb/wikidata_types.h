#pragma once

#include <string_view>

#include "kb/item.h"

namespace quoth::kb {

/// What Wikidata's class ("Q5") says of its instances.
struct WikidataClass {
  TypeSet types = 0;         ///< None where the class is not listed.
  bool is_left_out = false;  ///< Pages of Wikipedia's own, and names as such ("Obama", a surname).
};

/// Only the classes that newspapers' people, organisations and places are commonly instances of are listed. Their
/// subclasses are not followed: that would need the whole dump beforehand.
WikidataClass wikidata_class(std::string_view id) noexcept;

}  // namespace quoth::kb
