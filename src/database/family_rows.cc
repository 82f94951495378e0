#include "database/family_rows.h"

#include <vector>

namespace quoth::database {

FamilyRows::FamilyRows(Connection& connection)
    : connection_(connection),
      family_of_(connection, "SELECT family FROM variant WHERE quotation = ?1"),
      members_(connection, "SELECT quotation FROM variant WHERE family = ?1"),
      remove_variants_(connection, "DELETE FROM variant WHERE family = ?1"),
      remove_family_(connection, "DELETE FROM family WHERE id = ?1"),
      add_loose_(connection, "INSERT OR IGNORE INTO loose (quotation) VALUES (?1)"),
      remove_loose_(connection, "DELETE FROM loose WHERE quotation = ?1"),
      noted_(connection.number("SELECT count(*) FROM loose")),
      is_due_(connection.number("SELECT value FROM state WHERE name = 'families_due'") != 0) {}

void FamilyRows::loosen(std::int64_t quotation) {
  if (!is_due_) loose_.insert(quotation);
}

void FamilyRows::dissolve(std::int64_t quotation) {
  loose_.erase(quotation);
  if (noted_ > 0) remove_loose_.run(quotation);
  const auto family = family_of_.find(quotation);
  if (!family) return;
  members_.start(*family);
  while (members_.next()) {
    if (members_.integer(0) != quotation) loosen(members_.integer(0));
  }
  members_.rewind();
  remove_variants_.run(*family);
  remove_family_.run(*family);
}

void FamilyRows::finish() {
  if (is_due_ || loose_.empty()) return;
  noted_ += static_cast<std::int64_t>(loose_.size());
  if (noted_ > most_loose) {
    connection_.run(
        "DELETE FROM loose; INSERT OR REPLACE INTO state (name, value) VALUES ('families_due', 1)");
    is_due_ = true;
    noted_ = 0;
  } else {
    for (const std::int64_t quotation : loose_) add_loose_.run(quotation);
  }
  loose_.clear();
}

bool families_are_due(Connection& connection) {
  return connection.number(
             "SELECT EXISTS (SELECT 1 FROM loose) OR EXISTS (SELECT 1 FROM state WHERE name = "
             "'families_due')") != 0;
}

}  // namespace quoth::database
