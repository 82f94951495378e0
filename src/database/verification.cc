#include "database/verification.h"

#include <fmt/core.h>

#include <optional>
#include <set>

#include "database/day.h"
#include "database/entry.h"
#include "database/stored_document.h"

namespace quoth::database {
namespace {

constexpr std::size_t most_told = 100;
// To ask the index for one content costs more the larger the record is, so of many only so many are asked for, evenly spread.
constexpr std::int64_t most_asked_for = 2000;

/// What can be wrong with families, and how many are.
struct FamilyFault {
  const char* what;
  const char* sql;
};
constexpr FamilyFault family_faults[] = {
    {"count their renderings wrongly",
     "SELECT count(*) FROM family f WHERE members < 2 OR exact NOT BETWEEN 1 AND members OR "
     "members "
     "<> (SELECT count(*) FROM variant WHERE family = f.id)"},
    {"have a head, a first or a number that is no rendering of theirs",
     "SELECT count(*) FROM family f WHERE NOT EXISTS (SELECT 1 FROM variant WHERE quotation = "
     "f.head AND family = f.id AND severity = 0 AND classes = 1) OR NOT EXISTS (SELECT 1 FROM "
     "variant WHERE "
     "quotation = f.first AND family = f.id) OR f.id <> (SELECT min(quotation) FROM variant WHERE "
     "family = f.id)"},
    {"have a rendering that is not shown, count publishers wrongly or are of one article",
     "SELECT count(*) FROM (SELECT 1 FROM family f JOIN variant a ON a.family = f.id JOIN "
     "quotation "
     "q ON q.id = a.quotation JOIN version v ON v.id = q.version GROUP BY f.id "
     "HAVING max(q.state) > 2 OR count(DISTINCT v.publisher) <> f.publishers OR count(DISTINCT "
     "v.sighting) < 2)"},
};

class Check {
 public:
  Check(Connection& connection, const std::function<void(std::uint64_t)>& tell)
      : connection_(connection),
        tell_(tell),
        reader_(connection),
        hash_(connection, "SELECT coalesce(redacted_hash, hash), hash FROM text WHERE id = ?1"),
        about_(connection, "SELECT 1 FROM about WHERE identity = ?1 AND quotation = ?2"),
        identity_(connection, "SELECT type FROM identity WHERE id = ?1"),
        indexed_(connection, "SELECT 1 FROM content WHERE content MATCH ?1 AND rowid = ?2") {}

  Verified run() {
    step_ = static_cast<std::uint64_t>(1 + connection_.number("SELECT count(*) FROM quotation") /
                                               most_asked_for);
    sqlite_s_own();
    std::vector<std::int64_t> versions;
    Statement all(connection_, "SELECT id FROM version ORDER BY id");
    while (all.next()) versions.push_back(all.integer(0));
    for (const std::int64_t version : versions) {
      check(version);
      if (tell_) tell_(result_.documents);
    }
    counts();
    if (connection_.error()) wrong(connection_.error()->message);
    return std::move(result_);
  }

 private:
  void wrong(std::string what) {
    ++result_.wrong;
    if (result_.faults.size() < most_told) result_.faults.push_back(std::move(what));
  }

  void sqlite_s_own() {
    Statement pages(connection_, "PRAGMA integrity_check(100)");
    while (pages.next()) {
      if (pages.text(0) != "ok") wrong("integrity_check: " + std::string(pages.text(0)));
    }
    Statement keys(connection_, "PRAGMA foreign_key_check");
    while (keys.next()) {
      wrong(fmt::format("foreign key: row {} of {} refers to no row of {}", keys.integer(1),
                        keys.text(0), keys.text(2)));
    }
  }

  void check(std::int64_t version) {
    auto stored = reader_.read(version);
    if (!stored) {
      wrong(connection_.error()
                ? connection_.error()->message
                : fmt::format("version {}: has no article, text or engine", version));
      connection_.forget_error();
      return;
    }
    ++result_.documents;
    check_text(*stored);
    for (std::size_t k = 0; k < stored->quotations.size(); ++k) check_quotation(*stored, k);
    for (const Entity& entity : stored->recorded.record.entities)
      result_.spans += entity.mentions.size();
    for (std::size_t k = 0; k < stored->identities.size(); ++k) {
      if (stored->identities[k] != 0 && !identity_.find(stored->identities[k]))
        wrong(fmt::format("version {}: entity {} is of no identity", version, k + 1));
    }
  }

  void check_text(const StoredDocument& stored) {
    if (!texts_.insert(stored.text).second) return;
    ++result_.texts;
    const base::Sha256 hash = hash_of(stored.recorded.document.text());
    hash_.start(stored.text);
    if (!hash_.next() || hash_.blob(0) != bytes_of(hash))
      wrong(fmt::format("text {}: its hash is another", stored.text));
    hash_.rewind();
  }

  void check_quotation(const StoredDocument& stored, std::size_t index) {
    const auto& row = stored.quotations[index];
    const Quotation& quotation = stored.recorded.record.quotations[index];
    ++result_.quotations;
    result_.spans += quotation.content.size() + quotation.cue.size() + quotation.source.size() +
                     (quotation.medium ? 1U : 0U) + (quotation.when ? 1U : 0U);
    const auto fault = [&](const char* what) {
      wrong(fmt::format("version {}: quotation {} (id {}): {}", stored.version, row.number + 1,
                        row.id, what));
    };
    const auto identity = [&](const std::optional<EntityReference>& reference) {
      return reference ? stored.identities[reference->entity] : 0;
    };
    if (row.identity != identity(quotation.speaker) ||
        row.addressed != identity(quotation.addressee))
      fault("its speaker or addressee is not who the entity is");
    const DocumentFacts& facts = stored.recorded.facts;
    if (day_of_quotation(row.id) !=
        day_of(facts.published.value_or(stored.recorded.record.published))) {
      fault("its id is of another day");
    }
    if (row.state == QuotationState::repeated) return;
    ++shown_;
    for (const EntityReference& reference : quotation.about) {
      const std::int64_t subject = stored.identities[reference.entity];
      if (subject != 0 && !about_.find(subject, row.id)) fault("table about lacks it");
    }
    const std::string phrase = phrase_of(words_of(stored.recorded.document, quotation));
    if (shown_ % step_ == 0 && !phrase.empty() && !indexed_.find(phrase, row.id))
      fault("the index of words lacks it");
  }

  /// The content's words as a phrase of the index's query language.
  static std::string phrase_of(const std::string& words) {
    std::string phrase = "\"";
    bool any = false;
    for (const char c : words) {
      any = any || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      phrase.push_back(c == '"' || c == '\0' ? ' ' : c);
    }
    return any ? phrase + "\"" : std::string();
  }

  /// What is in an index and in no quotation.
  void counts() {
    const std::int64_t indexed = connection_.number("SELECT count(*) FROM content_docsize");
    if (indexed != static_cast<std::int64_t>(shown_))
      wrong(fmt::format("the index of words has {} quotations instead of {}", indexed, shown_));
    const std::int64_t stray = connection_.number(
        "SELECT count(*) FROM about a LEFT JOIN quotation q ON q.id = a.quotation WHERE q.id IS "
        "NULL OR q.state = 3");
    if (stray != 0) wrong(fmt::format("{} rows of about are of no quotation that is shown", stray));
    const std::int64_t changes = connection_.number(
        "SELECT count(*) FROM change c WHERE (c.earlier > 0 AND NOT EXISTS (SELECT 1 FROM "
        "quotation WHERE id = c.earlier)) "
        "OR (c.later > 0 AND NOT EXISTS (SELECT 1 FROM quotation WHERE id = c.later))");
    if (changes != 0) wrong(fmt::format("{} changes are of no quotation", changes));
    const std::int64_t lone = connection_.number(
        "SELECT count(*) FROM sighting WHERE NOT EXISTS (SELECT 1 FROM version WHERE sighting = "
        "sighting.id)");
    if (lone != 0) wrong(fmt::format("{} articles have no version", lone));
    const std::int64_t names = connection_.number(
        "SELECT count(*) FROM alias a WHERE documents <> (SELECT count(DISTINCT version) FROM "
        "entity e "
        "WHERE e.identity = a.identity AND e.name = a.name)");
    if (names != 0) wrong(fmt::format("{} names are counted wrongly", names));
    for (const auto& [what, sql] : family_faults) {
      const std::int64_t families = connection_.number(sql);
      if (families != 0) wrong(fmt::format("{} families {}", families, what));
    }
  }

  Connection& connection_;
  const std::function<void(std::uint64_t)>& tell_;
  DocumentReader reader_;
  Statement hash_, about_, identity_, indexed_;
  std::set<std::int64_t> texts_;
  std::uint64_t shown_ = 0, step_ = 1;
  Verified result_;
};

}  // namespace

Verified verify(Connection& connection, const std::function<void(std::uint64_t)>& tell) {
  return Check(connection, tell).run();
}

}  // namespace quoth::database
