#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "database/connection.h"

namespace quoth::database {

/// What was looked at, and what is wrong.
struct Verified {
  std::uint64_t texts = 0, documents = 0, quotations = 0, spans = 0;
  std::vector<std::string> faults;  ///< The first hundred.
  std::uint64_t wrong = 0;          ///< All.
};

/// Replays a whole record: SQLite's own checks (pages, indices, foreign keys); each text against its hash and length; each span of each version
/// inside its text, on characters; every reference to an entity and identity; states and changes; the index of words, which must have exactly the quotations that are
/// shown, by the contents of up to some 2000 of them, evenly spread.
/// Takes memory for one document and the numbers of versions and texts. `tell` (may be empty) hears how many documents are done.
Verified verify(Connection& connection, const std::function<void(std::uint64_t)>& tell);

}  // namespace quoth::database
