#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "database/connection.h"

namespace quoth::database {

/// A person or organisation across documents, as they are shown.
struct IdentityView {
  std::int64_t id = 0;
  std::string name;  ///< That under which most documents have them.
  std::string type;
  std::string kb;
  std::int64_t documents = 0, quotations = 0;  ///< That have them; that they speak.
};

/// The identities under which a name, or a number as `quoth entity list` prints it, is known: of that whole name (case and accents do not count)
/// first, then of names with all its words. At most `most`, those in most documents first.
std::vector<IdentityView> find_identities(Connection& connection, const std::string& name,
                                          std::size_t most);

/// The names of one, with the number of documents that have it.
std::vector<std::pair<std::string, std::int64_t>> names_of(Connection& connection,
                                                           std::int64_t identity);

/// Makes one of two, for good: what the rules take for `from` is `into` from now on. Fails with not_in_record (no such identity, or they
/// are of different types or one already).
std::optional<Error> merge_identities(Connection& connection, std::int64_t from, std::int64_t into);

/// Makes what `identity` is called `name`, or is in the articles with this key, an identity of its own, for good. Its number, or not_in_record.
Result<std::int64_t> split_identity(Connection& connection, std::int64_t identity,
                                    const std::string& name_or_key);

}  // namespace quoth::database
