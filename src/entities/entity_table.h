#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entities/name_sieve.h"
#include "entities/pair_features.h"
#include "entities/word_keys.h"
#include "quoth/quotation.h"

namespace quoth::entities {

/// The words with single spaces between them, as one line.
std::string line_of(std::string_view text);

/// The entities of one document while sources are resolved. An index stays valid until `ordered`.
class EntityTable {
 public:
  /// One for each group of names, at the group's index, its type that of most of its names. `title` may complete a lone surname:
  /// "Jackson" and the title "Michael Jackson's doctor speaks" make "Michael Jackson".
  EntityTable(const WordReader& reader, const NameGroups& groups, std::string_view title,
              const FirstNames& first_names);

  const Entity& operator[](std::size_t index) const { return entities_[index]; }

  std::size_t add(std::string name, EntityType type);
  void add_mention(std::size_t entity, Span span) { entities_[entity].mentions.push_back(span); }

  /// Several as one, always the same for the same members; the member itself where there is but one.
  std::size_t joint(const std::vector<std::size_t>& members);

  /// By first mention, with each one's new index by its old one. REQUIRES: each has a mention. Leaves the table empty.
  struct Ordered {
    std::vector<Entity> entities;
    std::vector<std::size_t> place;
  };
  Ordered ordered();

 private:
  std::vector<Entity> entities_;
  std::map<std::vector<std::size_t>, std::size_t> joint_;  // Joint entities by their members.
};

}  // namespace quoth::entities
