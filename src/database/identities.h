#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "database/alias_rows.h"
#include "database/connection.h"
#include "database/entry.h"
#include "database/newest_versions.h"
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

  /// A version has these entities from now on, each with its identity.
  void add(std::int64_t version, const NamedEntities& named);
  /// It has them no more.
  void take(const NamedEntities& named);

 private:
  /// Entities of one name form, which are one.
  struct Form {
    EntityType type = EntityType::person;
    const Entity* entity = nullptr;
    const NameKey* name = nullptr;
    std::uint32_t name_number = 0;  // Forms of one name ("George Bush", "George W. Bush") share it.
    std::string kb;
    std::int64_t same_item = 0;
    std::vector<std::int64_t> candidates;
  };
  /// An earlier version that has a name of this document, or what weight all that it has come to.
  struct Meeting {
    std::int64_t version = 0;
    std::uint32_t name_number = 0;
    int weight = 0;
  };

  void find_candidates(Form& form);
  static bool may_be(const Form& form, std::int64_t identity,
                     const std::vector<AliasRows::Row>& rows);
  void meet(const std::vector<Form>& forms);
  int weight_of_meeting(std::int64_t version) const;
  std::int64_t choose(const Form& form, std::int64_t sighting, bool is_new_sighting);
  std::int64_t add(const Form& form);

  Connection& connection_;
  Overlay overlay_;
  AliasRows aliases_;
  NewestVersions versions_;
  Statement by_item_, in_article_, add_, set_item_;
  std::vector<Meeting> meetings_;  // Of the document that is looked at; by version.
};

}  // namespace quoth::database
