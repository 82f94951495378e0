#include "database/named_rows.h"

namespace quoth::database {
namespace {

// Names come out of foreign files too: memory must not grow with them.
constexpr std::size_t most_known = 100'000;

}  // namespace

NamedRows::NamedRows(Connection& connection, const std::string& table, const std::string& column)
    : find_(connection, "SELECT id FROM " + table + " WHERE " + column + " = ?1"),
      add_(connection, "INSERT INTO " + table + " (" + column + ") VALUES (?1)") {}

std::int64_t NamedRows::id_of(std::string_view name) {
  std::string text(name);
  const auto known = known_.find(text);
  if (known != known_.end()) return known->second;
  auto id = find_.find(text);
  if (!id) id = add_.insert(text);
  if (known_.size() >= most_known) known_.clear();
  return known_.emplace(std::move(text), id.value_or(0)).first->second;
}

}  // namespace quoth::database
