#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "database/connection.h"
#include "database/entry.h"
#include "database/overlay.h"

namespace quoth::database {

/// Tells which persons and organisations of a document are which of those known from others. Rules, in order; docs/formats/store.md:
///
///   same_item      both have the same id in a knowledge base
///   same_article   one full name, in another version of the article
///   companions     one full name, and another article that names both also names a second person, or two organisations, of this one
///
/// Never by a surname alone; never where the ids in a knowledge base, middle initials or generations ("Jr.") contradict each other. What no rule
/// joins is someone new. Then what people decided (Overlay) is applied.
class Identities {
 public:
  explicit Identities(Connection& connection);

  /// The identity of each entity, 0 for those that have none (groups, unnamed ones, bare surnames). New ones are added to the record.
  std::vector<std::int64_t> identify(const Entry& entry, std::int64_t sighting,
                                     bool is_new_sighting);

  /// Counts the names under which a document has its identities; `change` is 1 or -1.
  void count_names(const std::vector<std::pair<std::int64_t, const Entity*>>& named, int change);

 private:
  /// Entities of one name form, which are one.
  struct Form {
    EntityType type = EntityType::person;
    const Entity* entity = nullptr;
    const NameKey* name = nullptr;
    std::string kb;
    std::int64_t same_item = 0;
    std::vector<std::int64_t> candidates;
  };
  /// What of a document's names an earlier version may have: each name counts once, whatever forms it has.
  struct Meeting {
    int weight = 0;
    const Form* last = nullptr;
  };

  void find_candidates(Form& form);
  bool may_be(const Form& form, std::int64_t identity, std::string_view alias);
  void meet(std::vector<const Form*> forms);
  std::int64_t choose(const Form& form, std::int64_t sighting, bool is_new_sighting);
  std::int64_t add(const Form& form);

  Overlay overlay_;
  Statement by_item_, by_key_, aliases_, versions_, in_article_, add_, set_item_, add_name_,
      take_name_;
  std::unordered_map<std::int64_t, Meeting> meetings_;                       // By version.
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> versions_of_;  // By candidate.
};

}  // namespace quoth::database
