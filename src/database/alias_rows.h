#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "database/connection.h"
#include "quoth/record.h"

namespace quoth::database {

/// A document's entities, each with its identity; 0: it has none.
using NamedEntities = std::vector<std::pair<std::int64_t, const Entity*>>;

/// Borrows the record. REQUIRES: an identity for each of its entities.
NamedEntities named_entities(const Record& record, const std::vector<std::int64_t>& identities);

/// The names under which documents have those who are known across them (table alias). The names of the news come again and again, so rows that
/// were read are kept, within limits. One thread, its connection's. REQUIRES: while it lives nobody else writes to the record.
class AliasRows {
 public:
  struct Row {
    std::int64_t identity = 0;
    bool has_item = false;  ///< It has an id in a knowledge base.
    std::string name;
  };
  static constexpr std::size_t most_rows = 64;

  explicit AliasRows(Connection& connection);

  /// Names of this key (NameKey::key) that identities of the type have, by identity, then by name; the first `most_rows`. Valid until the next call.
  const std::vector<Row>& of(const std::string& key, EntityType type);

  /// Counts the names under which a document has its identities.
  void add(const NamedEntities& named);
  void take(const NamedEntities& named);

  /// The identity has an id in a knowledge base from now on.
  void note_item(std::int64_t identity);

 private:
  using Kept = std::unordered_map<std::string, std::vector<Row>>;  // By key.

  Kept& kept(EntityType type) { return type == EntityType::person ? persons_ : organizations_; }
  bool has(const std::string& key, EntityType type, std::int64_t identity, std::string_view name);

  Statement rows_, insert_, add_, take_;
  Kept persons_, organizations_;
  std::unordered_set<std::int64_t> given_items_;  // Since rows were kept.
};

}  // namespace quoth::database
