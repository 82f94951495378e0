#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "database/connection.h"

namespace quoth::database {

/// A table of things that many rows name, once each, and that get their number when they are first named.
class NamedRows {
 public:
  /// `table` has an id and a unique text `column`.
  NamedRows(Connection& connection, const std::string& table, const std::string& column);

  std::int64_t id_of(std::string_view name);

 private:
  Statement find_, add_;
  std::unordered_map<std::string, std::int64_t> known_;
};

}  // namespace quoth::database
