#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "database/connection.h"

namespace quoth::database {

/// Numbers about a record, in the order in which they are shown: "quotations", "quotations: direct", "days: first" …
/// Texts are dates.
struct Statistic {
  std::string name;
  std::int64_t number = 0;
  std::string text = {};  ///< Instead of the number where it is not empty.
};

std::vector<Statistic> statistics(Connection& connection);

}  // namespace quoth::database
