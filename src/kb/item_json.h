#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kb/item.h"
#include "quoth/result.h"

namespace quoth::kb {

/// Reads items out of JSON texts. Owns a parser; one thread at a time.
class ItemJson {
 public:
  ItemJson();
  ItemJson(ItemJson&&) noexcept;
  ItemJson& operator=(ItemJson&&) noexcept;
  ~ItemJson();

  /// A line of Quoth's own JSON Lines: {"id", "name", "aliases": [], "description", "types": [], "dates":
  /// {"start", "end"}, "title", "weight"}; id and name must be there. Or an entity of Wikidata's dump, which
  /// has "labels" instead of a name; nothing for one that has no English label, is no item (a property, a
  /// lexeme), or is a page of Wikipedia's own (a disambiguation, a category, a list, a template), and for one
  /// of no known type without an English article. Fails with invalid_json; messages name no place.
  Result<std::optional<Item>> read(std::string_view json);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::kb
