#include "search/people.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "database/name_key.h"
#include "kb/alias_key.h"
#include "text/utf8.h"

// A name's key (database/name_key.h) is "first last" of a person and the whole name of an organisation. So an index of keys finds by the
// beginning of a name, and an index of what stands behind a key's first blank (alias_rest) by the beginning of a surname.

namespace quoth::search {
namespace {

constexpr std::size_t most_of_a_name = 20;  // Whom a name may mean at once.
constexpr std::int64_t most_rows = 2000;    // Of an index that are looked at for a beginning.
constexpr std::size_t counted_a_place = 4;  // Whose quotations are counted, for each suggestion.
constexpr std::int64_t most_counted = 100000;

/// The least text that is larger than all that begin with `prefix`. 0xFF stands in no UTF-8.
std::string behind(std::string_view prefix) { return std::string(prefix) + "\xFF"; }

/// Once each, in their order.
std::vector<std::int64_t> distinct(std::vector<std::int64_t> identities) {
  std::sort(identities.begin(), identities.end());
  identities.erase(std::unique(identities.begin(), identities.end()), identities.end());
  return identities;
}

}  // namespace

People::People(database::Connection& connection)
    : connection_(connection),
      by_key_(connection,
              "SELECT a.identity, a.name, i.type FROM alias a JOIN identity i ON i.id = a.identity "
              "WHERE a.key = ?1 AND a.documents > 0 LIMIT 2000"),
      by_rest_(
          connection,
          "SELECT a.identity FROM alias a JOIN identity i ON i.id = a.identity "
          "WHERE substr(a.key, instr(a.key, ' ') + 1) = ?1 AND i.type = ?2 AND a.documents > 0 "
          "LIMIT 2000"),
      key_range_(connection,
                 "SELECT identity, documents FROM alias WHERE key >= ?1 AND key < ?2 AND "
                 "documents > 0 LIMIT ?3"),
      rest_range_(connection,
                  "SELECT identity, documents FROM alias "
                  "WHERE substr(key, instr(key, ' ') + 1) >= ?1 AND "
                  "substr(key, instr(key, ' ') + 1) < ?2 AND documents > 0 LIMIT ?3"),
      name_(connection,
            "SELECT a.name, i.type FROM identity i JOIN alias a ON a.identity = i.id "
            "WHERE i.id = ?1 AND a.documents > 0 ORDER BY a.documents DESC, a.name LIMIT 1"),
      count_(connection,
             "SELECT count(*) FROM (SELECT 1 FROM quotation WHERE identity = ?1 AND state < 3 "
             "LIMIT ?2)"),
      merged_(connection, "SELECT into_identity FROM merge WHERE identity = ?1") {}

std::optional<Suggestion> People::describe(std::int64_t identity) {
  std::optional<Suggestion> found;
  name_.start(identity);
  if (name_.next()) {
    found = Suggestion{identity, std::string(name_.text(0)),
                       static_cast<EntityType>(name_.integer(1)), 0};
  }
  name_.rewind();
  if (found) found->quotations = count_.find(identity, most_counted).value_or(0);
  return found;
}

std::vector<Suggestion> People::described(const std::vector<std::int64_t>& identities) {
  std::vector<Suggestion> found;
  for (const std::int64_t identity : identities) {
    if (auto person = describe(identity)) found.push_back(*std::move(person));
  }
  std::stable_sort(found.begin(), found.end(), [](const Suggestion& left, const Suggestion& right) {
    return left.quotations > right.quotations;
  });
  return found;
}

std::vector<Suggestion> People::suggest(std::string_view prefix, std::size_t limit) {
  const std::string key = kb::alias_key(text::replace_invalid(prefix));
  std::map<std::int64_t, std::int64_t> documents;  // By identity.
  const auto take = [&](database::Statement& range, const std::string& from) {
    const std::string end = behind(from);  // Bound texts must outlive the reading.
    range.start(from, end, most_rows);
    while (range.next()) documents[range.integer(0)] += range.integer(1);
    range.rewind();
  };
  if (key.empty()) return {};
  take(key_range_, key);
  take(rest_range_, key);
  // "john w sm": a person's key leaves the middle out.
  const std::string short_key = database::name_key(key, EntityType::person).key;
  if (!short_key.empty() && short_key != key) take(key_range_, short_key);
  std::vector<std::pair<std::int64_t, std::int64_t>> order;
  for (const auto& [identity, count] : documents) order.emplace_back(-count, identity);
  const std::size_t most = std::min(order.size(), limit * counted_a_place);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end());
  std::vector<std::int64_t> identities;
  for (std::size_t k = 0; k < most; ++k) identities.push_back(order[k].second);
  std::vector<Suggestion> found = described(identities);
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::vector<std::int64_t> People::of_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return {};
  constexpr int longest_chain = 100;  // Of merges; a record has no ring of them, a damaged one may.
  for (int k = 0; k < longest_chain; ++k) {
    const auto into = merged_.find(number);
    if (!into) break;
    number = *into;
  }
  return {number};
}

std::vector<std::int64_t> People::of_key(const std::string& name) {
  const std::string whole = kb::alias_key(name);
  std::vector<std::int64_t> exact, compatible;
  for (const EntityType type : {EntityType::person, EntityType::organization}) {
    const database::NameKey key = database::name_key(name, type);
    if (key.key.empty()) continue;
    by_key_.start(key.key);
    while (by_key_.next()) {
      const auto other = static_cast<EntityType>(by_key_.integer(2));
      if (kb::alias_key(by_key_.text(1)) == whole) {
        exact.push_back(by_key_.integer(0));
      } else if (other == type &&
                 database::compatible(key, database::name_key(by_key_.text(1), other))) {
        compatible.push_back(by_key_.integer(0));
      }
    }
    by_key_.rewind();
  }
  return distinct(exact.empty() ? std::move(compatible) : std::move(exact));
}

std::vector<std::int64_t> People::of_surname(const std::string& key) {
  std::vector<std::int64_t> found;
  if (key.empty()) return found;
  by_rest_.start(key, static_cast<int>(EntityType::person));
  while (by_rest_.next()) found.push_back(by_rest_.integer(0));
  by_rest_.rewind();
  return distinct(std::move(found));
}

Result<std::vector<Suggestion>> People::all_named(std::string_view name_or_number) {
  const std::string name = text::replace_invalid(name_or_number);
  std::vector<Suggestion> found = described(of_number(name));
  if (found.empty()) found = described(of_key(name));
  if (found.empty()) {
    const std::vector<std::int64_t> namesakes = of_surname(kb::alias_key(name));
    if (namesakes.size() > most_of_a_name) {
      return Error{ErrorCode::person_ambiguous,
                   fmt::format("{}: {} people have the name {}; give the whole name",
                               connection_.path(), namesakes.size(), name)};
    }
    found = described(namesakes);
  }
  if (connection_.error()) return *connection_.error();
  if (found.empty()) {
    return Error{ErrorCode::person_unknown,
                 fmt::format("{}: there is nobody of the name {}; quoth entity list shows who is "
                             "known",
                             connection_.path(), name)};
  }
  if (found.size() > most_of_a_name) found.resize(most_of_a_name);
  return found;
}

Result<std::int64_t> People::find(std::string_view name_or_number) {
  auto found = all_named(name_or_number);
  if (!found) return found.error();
  if (found->size() == 1) return found->front().identity;
  std::string list;
  for (const Suggestion& person : *found) {
    list += fmt::format("{}{} {} ({} quotations)", list.empty() ? "" : ", ", person.identity,
                        person.name, person.quotations);
  }
  return Error{ErrorCode::person_ambiguous,
               fmt::format("{}: {} are called {}: {}; give a number", connection_.path(),
                           found->size(), std::string(name_or_number), list)};
}

}  // namespace quoth::search
