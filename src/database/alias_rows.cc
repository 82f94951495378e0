#include "database/alias_rows.h"

#include <algorithm>
#include <map>

#include "database/name_key.h"

namespace quoth::database {
namespace {

constexpr std::size_t most_kept = 32768;  // Keys of a type: some 10 MB.

/// Each identity's names once.
std::map<std::pair<std::int64_t, std::string_view>, EntityType> distinct(
    const NamedEntities& named) {
  std::map<std::pair<std::int64_t, std::string_view>, EntityType> names;
  for (const auto& [identity, entity] : named) {
    if (identity != 0)
      names.emplace(std::pair(identity, std::string_view(entity->name)), entity->type);
  }
  return names;
}

}  // namespace

NamedEntities named_entities(const Record& record, const std::vector<std::int64_t>& identities) {
  NamedEntities named;
  named.reserve(identities.size());
  for (std::size_t k = 0; k < identities.size(); ++k)
    named.emplace_back(identities[k], &record.entities[k]);
  return named;
}

AliasRows::AliasRows(Connection& connection)
    : rows_(connection,
            "SELECT a.identity, i.kb IS NOT NULL, a.name FROM alias a "
            "JOIN identity i ON i.id = a.identity "
            "WHERE a.key = ?1 AND i.type = ?2 ORDER BY a.identity, a.name LIMIT ?3"),
      insert_(connection,
              "INSERT INTO alias (identity, name, key, documents) VALUES (?1, ?2, ?3, 1) "
              "ON CONFLICT DO UPDATE SET documents = documents + 1"),
      add_(connection,
           "UPDATE alias SET documents = documents + 1 WHERE identity = ?1 AND name = ?2"),
      take_(connection,
            "UPDATE alias SET documents = documents - 1 WHERE identity = ?1 AND name = ?2") {}

const std::vector<AliasRows::Row>& AliasRows::of(const std::string& key, EntityType type) {
  Kept& all = kept(type);
  if (const auto known = all.find(key); known != all.end()) {
    for (Row& row : known->second)
      row.has_item = row.has_item || given_items_.count(row.identity) > 0;
    return known->second;
  }
  if (all.size() == most_kept) all.clear();
  std::vector<Row>& rows = all[key];
  rows_.start(key, static_cast<int>(type), most_rows);
  while (rows_.next())
    rows.push_back({rows_.integer(0), rows_.integer(1) != 0, std::string(rows_.text(2))});
  rows_.rewind();
  return rows;
}

bool AliasRows::has(const std::string& key, EntityType type, std::int64_t identity,
                    std::string_view name) {
  const Kept& all = kept(type);
  const auto known = all.find(key);
  return known != all.end() &&
         std::any_of(known->second.begin(), known->second.end(),
                     [&](const Row& row) { return row.identity == identity && row.name == name; });
}

void AliasRows::add(const NamedEntities& named) {
  for (const auto& [one, type] : distinct(named)) {
    const auto& [identity, name] = one;
    const std::string key = name_key(name, type).key;
    if (has(key, type, identity, name)) {
      add_.run(identity, name);
    } else {
      insert_.run(identity, name, key);
      // By hand an identity may be given to a name of the other type.
      persons_.erase(key);
      organizations_.erase(key);
    }
  }
}

void AliasRows::take(const NamedEntities& named) {
  for (const auto& [one, type] : distinct(named)) take_.run(one.first, one.second);
}

void AliasRows::note_item(std::int64_t identity) { given_items_.insert(identity); }

}  // namespace quoth::database
