#include "database/document_rows.h"

#include <fmt/core.h>

#include <optional>
#include <set>
#include <utility>

#include "database/day.h"
#include "database/packed.h"

namespace quoth::database {
namespace {

std::optional<std::int64_t> number_of(const std::optional<EntityReference>& reference) {
  if (!reference) return {};
  return static_cast<std::int64_t>(reference->entity);
}

std::optional<std::int64_t> identity_of(const std::optional<EntityReference>& reference,
                                        const std::vector<std::int64_t>& identities) {
  if (!reference || identities[reference->entity] == 0) return {};
  return identities[reference->entity];
}

/// Those about whom the quotation is, once each.
std::set<std::int64_t> subjects(const Quotation& quotation,
                                const std::vector<std::int64_t>& identities) {
  std::set<std::int64_t> found;
  for (const EntityReference& reference : quotation.about) {
    if (identities[reference.entity] != 0) found.insert(identities[reference.entity]);
  }
  return found;
}

std::optional<std::string> joined(const std::vector<std::string>& flags) {
  if (flags.empty()) return {};
  std::string text;
  for (const std::string& flag : flags) text.append(text.empty() ? "" : " ").append(flag);
  return text;
}

std::optional<Blob> blob_or_null(const std::string& bytes) {
  if (bytes.empty()) return {};
  return Blob{bytes};
}

}  // namespace

DocumentRows::DocumentRows(Connection& connection)
    : connection_(connection),
      reasons_(connection, "reason", "name"),
      words_(connection),
      families_(connection),
      add_entity_(
          connection,
          "INSERT INTO entity (version, number, name, type, kb, identity, mentions, members) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      add_quotation_(connection,
                     "INSERT INTO quotation (id, version, number, state, kind, act, negated, "
                     "speaker, identity, "
                     "addressee, addressed, parent, confidence, speaker_confidence, flags, date, "
                     "spans, links, why) "
                     "VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
                     "?16, ?17, ?18)"),
      add_about_(connection, "INSERT OR IGNORE INTO about (identity, quotation) VALUES (?1, ?2)"),
      remove_about_(connection, "DELETE FROM about WHERE identity = ?1 AND quotation = ?2"),
      remove_quotation_(connection, "DELETE FROM quotation WHERE id = ?1"),
      remove_entities_(connection, "DELETE FROM entity WHERE version = ?1"),
      set_state_(connection, "UPDATE quotation SET state = ?2 WHERE id = ?1"),
      given_(connection, "SELECT given FROM day WHERE day = ?1"),
      set_given_(
          connection,
          "INSERT INTO day (day, given) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET given = ?2") {}

std::int64_t DocumentRows::next_id(std::uint32_t day) {
  const auto known = days_.find(day);
  std::int64_t& given =
      known != days_.end() ? known->second : days_[day] = given_.find(day).value_or(0);
  // Id 0 stands for none wherever ids are kept.
  if (day == 0 && given == 0) given = 1;
  if (given >= quotations_a_day) {
    connection_.fail(
        {ErrorCode::record_corrupt,
         fmt::format("{}: {} has {} quotations, more than a day holds; start another record",
                     connection_.path(), day == 0 ? "no day" : date_of(day), given)});
  }
  return quotation_id(day, given++);
}

std::string DocumentRows::packed_reasons(const std::vector<std::string>& why) {
  std::string bytes;
  if (why.empty()) return bytes;
  Packer packer(bytes);
  packer.number(why.size());
  for (const std::string& reason : why)
    packer.number(static_cast<std::uint64_t>(reasons_.id_of(reason)));
  return bytes;
}

void DocumentRows::add(std::int64_t version, const Entry& entry,
                       const std::vector<std::int64_t>& identities) {
  const Record& record = entry.recorded.record;
  for (std::size_t k = 0; k < record.entities.size(); ++k) {
    const Entity& entity = record.entities[k];
    const auto kb =
        entity.kb.empty() ? std::optional<std::string_view>() : std::string_view(entity.kb);
    const auto identity =
        identities[k] == 0 ? std::optional<std::int64_t>() : std::optional(identities[k]);
    add_entity_.run(version, k, entity.name, static_cast<int>(entity.type), kb, identity,
                    Blob{entry.entities[k].mentions}, blob_or_null(entry.entities[k].members));
  }
  for (std::size_t k = 0; k < record.quotations.size(); ++k)
    add_quotation(version, entry, k, identities);
}

void DocumentRows::add_quotation(std::int64_t version, const Entry& entry, std::size_t index,
                                 const std::vector<std::int64_t>& identities) {
  const Quotation& quotation = entry.recorded.record.quotations[index];
  const Entry::QuotationBlobs& blobs = entry.quotations[index];
  const std::int64_t id = next_id(entry.day);
  std::optional<std::int64_t> speaker_confidence;
  if (quotation.speaker) speaker_confidence = ten_thousandths(quotation.speaker->confidence);
  std::optional<std::string_view> date;
  if (quotation.when && !quotation.when->date.empty()) date = quotation.when->date;
  const std::string why = packed_reasons(quotation.why);
  const std::optional<std::string> flags = joined(quotation.flags);
  add_quotation_.run(id, version, index, static_cast<int>(quotation.kind),
                     static_cast<int>(quotation.act), quotation.negated,
                     number_of(quotation.speaker), identity_of(quotation.speaker, identities),
                     number_of(quotation.addressee), identity_of(quotation.addressee, identities),
                     quotation.parent, ten_thousandths(quotation.confidence), speaker_confidence,
                     flags, date, Blob{blobs.spans}, blob_or_null(blobs.links), blob_or_null(why));
  for (const std::int64_t subject : subjects(quotation, identities)) add_about_.run(subject, id);
  words_.add(id, blobs.words);
  families_.loosen(id);
}

void DocumentRows::show(const StoredDocument& stored, std::size_t index) {
  const Quotation& quotation = stored.recorded.record.quotations[index];
  const std::int64_t id = stored.quotations[index].id;
  for (const std::int64_t subject : subjects(quotation, stored.identities))
    add_about_.run(subject, id);
  words_.add(id, words_of(stored.recorded.document, quotation));
  families_.loosen(id);
}

void DocumentRows::hide(const StoredDocument& stored, std::size_t index) {
  const Quotation& quotation = stored.recorded.record.quotations[index];
  const std::int64_t id = stored.quotations[index].id;
  for (const std::int64_t subject : subjects(quotation, stored.identities))
    remove_about_.run(subject, id);
  words_.remove(id, words_of(stored.recorded.document, quotation));
  families_.dissolve(id);
}

void DocumentRows::set_state(const StoredDocument& stored, std::size_t index,
                             QuotationState state) {
  const QuotationState before = stored.quotations[index].state;
  if (before == state) return;
  set_state_.run(stored.quotations[index].id, static_cast<int>(state));
  if (before == QuotationState::repeated) show(stored, index);
  if (state == QuotationState::repeated) hide(stored, index);
}

void DocumentRows::remove_quotation(const StoredDocument& stored, std::size_t index) {
  const auto& row = stored.quotations[index];
  if (row.state != QuotationState::repeated) hide(stored, index);
  remove_quotation_.run(row.id);
}

void DocumentRows::redact_quotation(const StoredDocument& stored, std::size_t index,
                                    const Document& redacted) {
  const Quotation& quotation = stored.recorded.record.quotations[index];
  std::string before = words_of(stored.recorded.document, quotation);
  std::string after = words_of(redacted, quotation);
  if (stored.quotations[index].state == QuotationState::repeated || before == after) return;
  words_.remove(stored.quotations[index].id, std::move(before));
  words_.add(stored.quotations[index].id, std::move(after));
  families_.dissolve(stored.quotations[index].id);
  families_.loosen(stored.quotations[index].id);
}

void DocumentRows::remove(const StoredDocument& stored) {
  for (std::size_t k = 0; k < stored.quotations.size(); ++k) remove_quotation(stored, k);
  remove_entities_.run(stored.version);
}

void DocumentRows::finish() {
  words_.write();
  families_.finish();
  for (const auto& [day, given] : days_) set_given_.run(day, given);
  days_.clear();
}

}  // namespace quoth::database
