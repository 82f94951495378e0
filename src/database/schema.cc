#include "database/schema.h"

#include <fmt/core.h>

namespace quoth::database {
namespace {

/// What speaks against taking the file for a record of at most this version.
std::optional<Error> foreign(Connection& connection, std::int64_t version, std::size_t newest) {
  const std::int64_t application = connection.number("PRAGMA application_id");
  const bool is_empty = connection.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (connection.error()) return connection.error();
  if (application != application_id && !(is_empty && version == 0)) {
    return Error{ErrorCode::record_corrupt,
                 connection.path() + ": is a database of something else; name another file"};
  }
  if (version > static_cast<std::int64_t>(newest)) {
    return Error{
        ErrorCode::record_too_new,
        fmt::format("{}: has version {} of the record, this program knows {}; take a newer one",
                    connection.path(), version, newest)};
  }
  return {};
}

}  // namespace

std::optional<Error> migrate(Connection& connection, std::span<const char* const> steps) {
  const std::int64_t found = connection.number("PRAGMA user_version");
  if (auto error = foreign(connection, found, steps.size())) return error;
  for (auto version = static_cast<std::size_t>(found); version < steps.size(); ++version) {
    Transaction transaction(connection);
    connection.run(steps[version]);
    connection.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                               application_id, version + 1));
    if (auto error = transaction.commit()) return error;
  }
  return connection.error();
}

std::optional<Error> check_schema(Connection& connection, std::span<const char* const> steps) {
  const std::int64_t found = connection.number("PRAGMA user_version");
  if (auto error = foreign(connection, found, steps.size())) return error;
  if (found < static_cast<std::int64_t>(steps.size())) {
    return Error{
        ErrorCode::record_corrupt,
        fmt::format(
            "{}: has version {} of the record, older than this program's {}; quoth compact --db "
            "brings it up to date",
            connection.path(), found, steps.size())};
  }
  return {};
}

}  // namespace quoth::database
