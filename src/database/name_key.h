#pragma once

#include <string>
#include <string_view>

#include "quoth/quotation.h"

namespace quoth::database {

/// What of a name is compared across documents. An empty key: too little of a name to know anyone by (a surname, "J. Smith").
///
///     person        John W. Smith Jr.     key "john smith"      middle "w"   generation "jr"
///     person        J. K. Rowling         key "jk rowling"
///     person        Smith                 key ""
///     organization  The U.S. Senate       key "us senate"
///     group, unnamed, …                   key ""
struct NameKey {
  std::string key;
  std::string middle;      ///< First letters of the names between, a byte each.
  std::string generation;  ///< "jr", "sr", "ii" …
};

NameKey name_key(std::string_view name, EntityType type);

/// Whether two names of one key can be of one person: middle letters that both have agree, and so do generations.
bool compatible(const NameKey& left, const NameKey& right);

}  // namespace quoth::database
