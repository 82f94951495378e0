#include "database/version_changes.h"

#include <optional>
#include <vector>

#include "database/changes.h"

namespace quoth::database {
namespace {

std::vector<ComparedQuotation> compared(const StoredDocument& stored) {
  std::vector<ComparedQuotation> list;
  const Record& record = stored.recorded.record;
  list.reserve(record.quotations.size());
  for (const Quotation& quotation : record.quotations) {
    std::string manner = name(quotation.act);
    if (quotation.negated) manner += " negated";
    for (const std::string& flag : quotation.flags) manner += " " + flag;
    list.push_back({words_of(stored.recorded.document, quotation),
                    quotation.speaker ? record.entities[quotation.speaker->entity].name : "",
                    std::move(manner)});
  }
  return list;
}

QuotationState state_after(ChangeKind kind) {
  return kind == ChangeKind::repeated  ? QuotationState::repeated
         : kind == ChangeKind::altered ? QuotationState::altered
                                       : QuotationState::vanished;
}

}  // namespace

VersionChanges::VersionChanges(Connection& connection, DocumentRows& rows)
    : reader_(connection),
      rows_(rows),
      versions_(connection,
                "SELECT id FROM version WHERE sighting = ?1 AND number >= ?2 "
                "ORDER BY number"),
      remove_(connection, "DELETE FROM change WHERE version = ?1"),
      add_(connection,
           "INSERT INTO change (version, kind, earlier, later) VALUES (?1, ?2, ?3, ?4)") {}

void VersionChanges::renew(std::int64_t sighting, std::int64_t from_number) {
  std::vector<std::int64_t> versions;
  versions_.start(sighting, from_number);
  while (versions_.next()) versions.push_back(versions_.integer(0));
  versions_.rewind();
  std::optional<StoredDocument> earlier;
  for (const std::int64_t version : versions) {
    if (earlier || from_number == 0) remove_.run(version);
    auto later = reader_.read(version);
    if (!later) return;
    if (earlier) compare_with(*earlier, *later);
    earlier = std::move(later);
  }
  for (std::size_t k = 0; earlier && k < earlier->quotations.size(); ++k)
    rows_.set_state(*earlier, k, QuotationState::current);
}

void VersionChanges::compare_with(const StoredDocument& earlier, const StoredDocument& later) {
  for (const Change& change : compare(compared(earlier), compared(later))) {
    const std::int64_t before = change.earlier ? earlier.quotations[*change.earlier].id : 0;
    const std::int64_t after = change.later ? later.quotations[*change.later].id : 0;
    add_.run(later.version, static_cast<int>(change.kind), before, after);
    if (change.earlier) rows_.set_state(earlier, *change.earlier, state_after(change.kind));
  }
}

}  // namespace quoth::database
