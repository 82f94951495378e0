#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.h"
#include "quoth/quotation.h"
#include "quoth/result.h"

namespace quoth::search {

/// Somebody across documents.
struct Suggestion {
  std::int64_t identity = 0;
  std::string name;  ///< That under which most documents have them.
  EntityType type = EntityType::unnamed;
  std::int64_t quotations = 0;  ///< Of which they are the speaker, those that search shows.
};

/// Who is known under a name. Case and accents do not count. One thread, its connection's.
class People {
 public:
  /// REQUIRES: the connection outlives this.
  explicit People(database::Connection& connection);

  /// Who has a name, or a surname, that begins so; who is quoted most comes first. Of very short beginnings some may be left out.
  std::vector<Suggestion> suggest(std::string_view prefix, std::size_t limit);

  /// Everybody who may be meant by a name, who is quoted most first; by the first rule that finds somebody:
  ///   number       "12": the identity of that number, or into whom it was merged
  ///   whole_name   the name as an article has it
  ///   short_name   first and last name, and nothing else contradicts: "John Smith" for John W. Smith
  ///   surname      "Smith", of persons
  /// Fails with person_unknown, and with person_ambiguous where a surname is of more than 20.
  Result<std::vector<Suggestion>> all_named(std::string_view name_or_number);

  /// The only one of that name. Fails with person_unknown, or person_ambiguous (the message lists them).
  Result<std::int64_t> find(std::string_view name_or_number);

  /// Nothing: there is no such identity, or no article has it.
  std::optional<Suggestion> describe(std::int64_t identity);

 private:
  std::vector<std::int64_t> of_number(std::string_view text);
  std::vector<std::int64_t> of_key(const std::string& name);
  std::vector<std::int64_t> of_surname(const std::string& key);
  std::vector<Suggestion> described(const std::vector<std::int64_t>& identities);

  database::Connection& connection_;
  database::Statement by_key_, by_rest_, key_range_, rest_range_, name_, count_, merged_;
};

}  // namespace quoth::search
