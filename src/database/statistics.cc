#include "database/statistics.h"

#include <fmt/core.h>

#include "database/changes.h"
#include "database/day.h"
#include "quoth/quotation.h"

namespace quoth::database {
namespace {

struct Question {
  const char* name;
  const char* sql;
};

constexpr Question questions[] = {
    {"articles", "SELECT count(*) FROM sighting"},
    {"versions", "SELECT count(*) FROM version"},
    {"texts", "SELECT count(*) FROM text"},
    {"text_bytes", "SELECT coalesce(sum(length), 0) FROM text"},
    {"compressed_text_bytes", "SELECT coalesce(sum(length(body)), 0) FROM text"},
    {"publishers", "SELECT count(*) FROM publisher"},
    {"entities", "SELECT count(*) FROM entity"},
    {"identities", "SELECT count(DISTINCT identity) FROM entity WHERE identity IS NOT NULL"},
    {"quotations", "SELECT count(*) FROM quotation"},
    {"quotations_of_identities", "SELECT count(*) FROM quotation WHERE identity IS NOT NULL"},
    {"families", "SELECT count(*) FROM family"},
    {"renderings", "SELECT count(*) FROM variant"},
    {"families_are_stale",
     "SELECT EXISTS (SELECT 1 FROM loose) OR EXISTS (SELECT 1 FROM state WHERE name = "
     "'families_due')"},
};

constexpr Question last_questions[] = {
    {"runs", "SELECT count(*) FROM run"},
    {"faults", "SELECT count(*) FROM fault"},
    {"forgotten", "SELECT count(*) FROM tombstone"},
    {"merges_by_hand", "SELECT count(*) FROM merge"},
    {"splits_by_hand", "SELECT count(*) FROM split"},
    {"file_bytes",
     "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM "
     "pragma_page_size)"},
};

/// "quotations_direct": 12 … for each value of a column.
template <typename Value>
void add_counts(Connection& connection, const char* what, const char* sql,
                std::vector<Statistic>& all) {
  Statement rows(connection, sql);
  while (rows.next())
    all.push_back(
        {fmt::format("{}_{}", what, name(static_cast<Value>(rows.integer(0)))), rows.integer(1)});
}

}  // namespace

std::vector<Statistic> statistics(Connection& connection) {
  std::vector<Statistic> all;
  for (const Question& question : questions)
    all.push_back({question.name, connection.number(question.sql)});
  add_counts<Quotation::Kind>(connection, "quotations",
                              "SELECT kind, count(*) FROM quotation GROUP BY kind", all);
  add_counts<Quotation::Act>(connection, "quotations",
                             "SELECT act, count(*) FROM quotation GROUP BY act", all);
  add_counts<ChangeKind>(connection, "changes", "SELECT kind, count(*) FROM change GROUP BY kind",
                         all);
  for (const auto& [what, sql] :
       {std::pair("first_day", "SELECT min(day) FROM version WHERE day > 0"),
        std::pair("last_day", "SELECT max(day) FROM version")}) {
    const std::int64_t day = connection.number(sql);
    all.push_back({what, 0, day == 0 ? "unknown" : date_of(static_cast<std::uint32_t>(day))});
  }
  for (const Question& question : last_questions)
    all.push_back({question.name, connection.number(question.sql)});
  return all;
}

}  // namespace quoth::database
