#include "database/hand_decisions.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "database/overlay.h"
#include "database/packed.h"
#include "database/stored_document.h"
#include "kb/alias_key.h"
#include "quoth/quotation.h"

namespace quoth::database {
namespace {

std::optional<IdentityView> view_of(Connection& connection, std::int64_t identity) {
  Statement row(connection,
                "SELECT i.type, i.kb, (SELECT name FROM alias WHERE identity = i.id ORDER BY "
                "documents DESC, name LIMIT 1), "
                "(SELECT count(DISTINCT version) FROM entity WHERE identity = i.id), "
                "(SELECT count(*) FROM quotation WHERE identity = i.id AND state < 3) FROM "
                "identity i WHERE i.id = ?1");
  row.start(identity);
  if (!row.next()) return {};
  return IdentityView{identity,
                      std::string(row.text(2)),
                      name(static_cast<EntityType>(row.integer(0))),
                      std::string(row.text(1)),
                      row.integer(3),
                      row.integer(4)};
}

/// Whether all words of `part` are among those of `whole`; both are keys, a space between two words.
bool has_words(std::string_view whole, std::string_view part) {
  const auto has_word = [whole](std::string_view word) {
    for (std::size_t at = whole.find(word); at != std::string_view::npos;
         at = whole.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' '))
        return true;
    }
    return false;
  };
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t end = std::min(part.find(' ', at), part.size());
    if (!has_word(part.substr(at, end - at))) return false;
    at = end + 1;
  }
  return !part.empty();
}

/// Moves one version's entities from one identity to another where `name` is theirs (empty: any name).
class Move {
 public:
  explicit Move(Connection& connection)
      : entities_(connection,
                  "SELECT number, name FROM entity WHERE version = ?1 AND identity = ?2"),
        set_entity_(connection,
                    "UPDATE entity SET identity = ?3 WHERE version = ?1 AND number = ?2"),
        set_speaker_(connection,
                     "UPDATE quotation SET identity = ?3 WHERE version = ?1 AND speaker = ?2"),
        set_addressee_(connection,
                       "UPDATE quotation SET addressed = ?3 WHERE version = ?1 AND addressee = ?2"),
        links_(connection,
               "SELECT id, state, links FROM quotation WHERE version = ?1 AND links IS NOT NULL"),
        add_about_(connection, "INSERT OR IGNORE INTO about (identity, quotation) VALUES (?1, ?2)"),
        remove_about_(connection, "DELETE FROM about WHERE identity = ?1 AND quotation = ?2"),
        identity_(connection, "SELECT identity FROM entity WHERE version = ?1 AND number = ?2"),
        add_name_(connection,
                  "INSERT INTO alias (identity, name, key, documents) "
                  "SELECT ?1, name, key, 1 FROM alias WHERE identity = ?2 AND name = ?3 "
                  "ON CONFLICT DO UPDATE SET documents = documents + 1"),
        take_name_(connection,
                   "UPDATE alias SET documents = documents - 1 WHERE identity = ?1 AND name = ?2"),
        other_(connection,
               "SELECT 1 FROM entity WHERE version = ?1 AND identity = ?2 AND name = ?3") {}

  void run(std::int64_t version, std::int64_t from, std::int64_t to, const std::string& key) {
    std::vector<std::pair<std::int64_t, std::string>> moved;
    entities_.start(version, from);
    while (entities_.next()) {
      if (key.empty() || kb::alias_key(entities_.text(1)) == key)
        moved.emplace_back(entities_.integer(0), entities_.text(1));
    }
    entities_.rewind();
    for (const auto& [number, called] : moved) {
      // A document counts once for a name of an identity, however many of its entities have it.
      const bool had = other_.find(version, to, called).has_value();
      set_entity_.run(version, number, to);
      set_speaker_.run(version, number, to);
      set_addressee_.run(version, number, to);
      if (!had) add_name_.run(to, from, called);
      if (!other_.find(version, from, called)) take_name_.run(from, called);
    }
    if (!moved.empty()) renew_about(version, from, to);
  }

 private:
  void renew_about(std::int64_t version, std::int64_t from, std::int64_t to) {
    struct Row {
      std::int64_t id;
      std::vector<std::int64_t> entities;
    };
    std::vector<Row> rows;
    links_.start(version);
    while (links_.next()) {
      if (links_.integer(1) == static_cast<int>(QuotationState::repeated)) continue;
      Unpacker unpacker(links_.blob(2));
      Row row{links_.integer(0), {}};
      row.entities.resize(unpacker.count());
      for (std::int64_t& entity : row.entities)
        entity = static_cast<std::int64_t>(unpacker.number());
      rows.push_back(std::move(row));
    }
    links_.rewind();
    for (const Row& row : rows) {
      bool any_from = false, any_to = false;
      for (const std::int64_t entity : row.entities) {
        const auto identity = identity_.find(version, entity);
        any_from = any_from || identity == from;
        any_to = any_to || identity == to;
      }
      if (!any_from) remove_about_.run(from, row.id);
      if (any_to) add_about_.run(to, row.id);
    }
  }

  Statement entities_, set_entity_, set_speaker_, set_addressee_, links_, add_about_, remove_about_,
      identity_, add_name_, take_name_, other_;
};

std::vector<std::int64_t> versions_with(Connection& connection, std::int64_t identity,
                                        std::optional<std::int64_t> sighting) {
  std::vector<std::int64_t> versions;
  Statement rows(connection,
                 "SELECT DISTINCT e.version FROM entity e JOIN version v ON v.id = e.version "
                 "WHERE e.identity = ?1 AND (?2 IS NULL OR v.sighting = ?2)");
  rows.start(identity, sighting);
  while (rows.next()) versions.push_back(rows.integer(0));
  return versions;
}

Error not_there(const Connection& connection, const std::string& what) {
  return {ErrorCode::not_in_record,
          connection.path() + ": " + what + "; quoth entity list NAME shows who is there"};
}

}  // namespace

std::vector<IdentityView> find_identities(Connection& connection, const std::string& name,
                                          std::size_t most) {
  std::vector<IdentityView> found;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error == std::errc() && end == name.data() + name.size()) {
    if (auto view = view_of(connection, number)) found.push_back(*std::move(view));
    return found;
  }
  const std::string key = kb::alias_key(name);
  std::vector<std::pair<bool, std::int64_t>> candidates;  // Whether the name is another, and whose.
  Statement names(connection, "SELECT identity, name FROM alias WHERE documents > 0");
  while (names.next()) {
    const std::string other = kb::alias_key(names.text(1));
    if (name.empty() || has_words(other, key))
      candidates.emplace_back(other != key, names.integer(0));
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const auto& left, const auto& right) { return left.second < right.second; });
  std::vector<std::pair<bool, IdentityView>> views;
  for (const auto& [differs, identity] : candidates) {
    if (!views.empty() && views.back().second.id == identity) {
      views.back().first = views.back().first && differs;
    } else if (auto view = view_of(connection, identity)) {
      views.emplace_back(differs, *std::move(view));
    }
  }
  std::stable_sort(views.begin(), views.end(), [](const auto& left, const auto& right) {
    return std::pair(left.first, -left.second.documents) <
           std::pair(right.first, -right.second.documents);
  });
  for (auto& [differs, view] : views) {
    if (found.size() < most) found.push_back(std::move(view));
  }
  return found;
}

std::vector<std::pair<std::string, std::int64_t>> names_of(Connection& connection,
                                                           std::int64_t identity) {
  std::vector<std::pair<std::string, std::int64_t>> names;
  Statement rows(connection,
                 "SELECT name, documents FROM alias WHERE identity = ?1 AND documents > 0 "
                 "ORDER BY documents DESC, name");
  rows.start(identity);
  while (rows.next()) names.emplace_back(rows.text(0), rows.integer(1));
  return names;
}

std::optional<Error> merge_identities(Connection& connection, std::int64_t from,
                                      std::int64_t into) {
  const auto merged = view_of(connection, from), kept = view_of(connection, into);
  if (!merged || !kept || merged->type != kept->type ||
      Overlay(connection).root_of(from) == Overlay(connection).root_of(into))
    return connection.error()
               ? connection.error()
               : not_there(connection, fmt::format("{} and {} are no two of one type", from, into));
  const std::int64_t root = Overlay(connection).root_of(into);
  const std::int64_t source = Overlay(connection).root_of(from);
  Transaction transaction(connection);
  Move move(connection);
  for (const std::int64_t version : versions_with(connection, source, {}))
    move.run(version, source, root, "");
  Statement(connection, "INSERT INTO merge (identity, into_identity) VALUES (?1, ?2)")
      .run(source, root);
  return transaction.commit();
}

Result<std::int64_t> split_identity(Connection& connection, std::int64_t identity,
                                    const std::string& name_or_key) {
  const auto view = view_of(connection, identity);
  if (!view) return not_there(connection, fmt::format("there is no {}", identity));
  const std::string key = kb::alias_key(name_or_key);
  std::vector<std::int64_t> sightings;
  bool is_name = false;
  for (const auto& [called, documents] : names_of(connection, identity))
    is_name = is_name || kb::alias_key(called) == key;
  if (!is_name) {
    Statement rows(connection, "SELECT id FROM sighting WHERE key = ?1");
    rows.start(name_or_key);
    while (rows.next()) {
      const std::int64_t sighting = rows.integer(0);
      if (!versions_with(connection, identity, sighting).empty()) sightings.push_back(sighting);
    }
    if (sightings.empty())
      return not_there(connection, fmt::format("{} has no name and is in no article {}", view->name,
                                               name_or_key));
  }
  Transaction transaction(connection);
  const std::int64_t own =
      Statement(connection,
                "INSERT INTO identity (type) SELECT type FROM identity WHERE id = ?1 RETURNING id")
          .find(identity)
          .value_or(0);
  Statement add(connection,
                "INSERT INTO split (identity, name, sighting, own) VALUES (?1, ?2, ?3, ?4)");
  Move move(connection);
  if (is_name) {
    add.run(identity, key, std::nullopt, own);
    for (const std::int64_t version : versions_with(connection, identity, {}))
      move.run(version, identity, own, key);
  }
  for (const std::int64_t sighting : sightings) {
    add.run(identity, std::nullopt, sighting, own);
    for (const std::int64_t version : versions_with(connection, identity, sighting))
      move.run(version, identity, own, "");
  }
  if (auto error = transaction.commit()) return *std::move(error);
  return own;
}

}  // namespace quoth::database
