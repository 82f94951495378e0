#include "database/forgetting.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "database/alias_rows.h"
#include "database/document_rows.h"
#include "database/entry.h"
#include "database/families.h"
#include "database/json_column.h"
#include "database/packed.h"
#include "database/redaction.h"
#include "database/stored_document.h"
#include "database/text_body.h"
#include "database/tombstones.h"
#include "database/version_changes.h"

namespace quoth::database {
namespace {

std::vector<std::int64_t> numbers(Statement& rows) {
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  rows.rewind();
  return found;
}

class Forgetting {
 public:
  explicit Forgetting(Connection& connection)
      : connection_(connection),
        rows_(connection),
        changes_(connection, rows_),
        reader_(connection),
        tombstones_(connection),
        names_(connection) {}

  void documents(const std::vector<std::int64_t>& sightings) {
    std::set<std::int64_t> texts, touched(sightings.begin(), sightings.end());
    std::set<std::int64_t> versions;
    Statement of_sighting(connection_, "SELECT id, text FROM version WHERE sighting = ?1");
    for (const std::int64_t sighting : sightings) {
      bury_sighting(sighting);
      of_sighting.start(sighting);
      while (of_sighting.next()) {
        versions.insert(of_sighting.integer(0));
        texts.insert(of_sighting.integer(1));
      }
      of_sighting.rewind();
    }
    Statement of_text(connection_, "SELECT id, sighting FROM version WHERE text = ?1");
    for (const std::int64_t text : texts) {
      of_text.start(text);
      while (of_text.next()) {
        versions.insert(of_text.integer(0));
        touched.insert(of_text.integer(1));
      }
      of_text.rewind();
    }
    for (const std::int64_t version : versions) remove_version(version);
    for (const std::int64_t text : texts) remove_text(text);
    for (const std::int64_t sighting : touched) remove_or_renew(sighting);
    finish();
  }

  void person(std::int64_t identity) {
    Statement names(connection_, "SELECT name FROM alias WHERE identity = ?1");
    names.start(identity);
    while (names.next()) tombstones_.add_person(names.text(0));
    names.rewind();
    Statement texts(connection_,
                    "SELECT DISTINCT v.text FROM entity e JOIN version v ON v.id = e.version WHERE "
                    "e.identity = ?1");
    texts.start(identity);
    std::set<std::int64_t> touched;
    for (const std::int64_t text : numbers(texts)) redact_text(text, identity, touched);
    for (const std::int64_t sighting : touched) changes_.renew(sighting, 0);
    finish();
  }

  const Forgotten& done() const { return done_; }

 private:
  void bury_sighting(std::int64_t sighting) {
    Statement row(connection_,
                  "SELECT p.name, s.key FROM sighting s JOIN publisher p ON p.id = s.publisher "
                  "WHERE s.id = ?1");
    row.start(sighting);
    if (!row.next()) return;
    tombstones_.add_sighting(row.text(0), row.text(1));
    // A fault may tell where an article stood.
    Statement(connection_, "DELETE FROM fault WHERE instr(message, ?1) > 0").run(row.text(1));
  }

  void remove_version(std::int64_t version) {
    const auto stored = reader_.read(version);
    if (!stored) return;
    ++done_.versions;
    done_.quotations += stored->quotations.size();
    rows_.remove(*stored);
    names_.take(named_entities(stored->recorded.record, stored->identities));
    Statement(connection_, "DELETE FROM change WHERE version = ?1").run(version);
    Statement(connection_, "DELETE FROM version WHERE id = ?1").run(version);
  }

  void remove_text(std::int64_t text) {
    Statement hash(connection_, "SELECT hash FROM text WHERE id = ?1");
    hash.start(text);
    if (hash.next()) {
      base::Sha256 digest{};
      const std::string_view bytes = hash.blob(0);
      std::transform(
          bytes.begin(),
          bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), digest.size())),
          digest.begin(), [](char c) { return static_cast<std::byte>(c); });
      tombstones_.add_text(digest);
    }
    hash.rewind();
    Statement(connection_, "DELETE FROM text WHERE id = ?1").run(text);
  }

  void remove_or_renew(std::int64_t sighting) {
    if (reader_.newest_version(sighting)) {
      changes_.renew(sighting, 0);
      return;
    }
    ++done_.articles;
    Statement(connection_, "DELETE FROM split WHERE sighting = ?1").run(sighting);
    Statement(connection_, "DELETE FROM sighting WHERE id = ?1").run(sighting);
  }

  void redact_text(std::int64_t text, std::int64_t identity, std::set<std::int64_t>& touched) {
    Statement of_text(connection_, "SELECT id FROM version WHERE text = ?1");
    of_text.start(text);
    std::vector<StoredDocument> versions;
    std::vector<Span> spans;
    for (const std::int64_t version : numbers(of_text)) {
      auto stored = reader_.read(version);
      if (!stored) return;
      const Record& record = stored->recorded.record;
      std::vector<bool> forgotten(record.entities.size());
      for (std::size_t k = 0; k < forgotten.size(); ++k)
        forgotten[k] =
            stored->identities[k] == identity || tombstones_.has_person(record.entities[k].name);
      const auto contents = contents_of(record, spoken_by(record, forgotten));
      spans.insert(spans.end(), contents.begin(), contents.end());
      versions.push_back(*std::move(stored));
    }
    if (spans.empty()) return;
    const std::string before(versions.front().recorded.document.text());
    const std::string after = redacted(before, spans);
    const auto words = taken_words(before, spans);
    for (const StoredDocument& stored : versions) {
      redact_version(stored, after, words);
      touched.insert(stored.sighting);
    }
    ++done_.redacted_texts;
    const base::Sha256 hash = hash_of(after);
    const std::string body = compressed(after);
    Statement(connection_,
              "UPDATE text SET redacted_hash = ?2, length = ?3, body = ?4 WHERE id = ?1")
        .run(text, Blob{bytes_of(hash)}, after.size(), Blob{body});
  }

  void redact_version(const StoredDocument& stored, const std::string& text,
                      const std::vector<std::string>& words) {
    std::vector<std::size_t> kept;
    const store::RecordedDocument left = on_redacted_text(stored.recorded, text, words, &kept);
    for (std::size_t k = 0, next = 0; k < stored.quotations.size(); ++k) {
      if (next < kept.size() && kept[next] == k) {
        rows_.redact_quotation(stored, k, left.document);
        ++next;
      } else {
        rows_.remove_quotation(stored, k);
        ++done_.quotations;
      }
    }
    Statement set_mentions(connection_,
                           "UPDATE entity SET mentions = ?3 WHERE version = ?1 AND number = ?2");
    for (std::size_t k = 0; k < left.record.entities.size(); ++k) {
      const std::string mentions = packed_mentions(left.record.entities[k]);
      set_mentions.run(stored.version, k, Blob{mentions});
    }
    const auto notes = json_list(left.facts.notes);
    Statement(connection_, "UPDATE version SET title = ?2, extra = NULL, notes = ?3 WHERE id = ?1")
        .run(stored.version, left.facts.title, notes);
  }

  /// What nothing refers to any more goes too: names, paths, rules.
  void finish() {
    rows_.finish();
    connection_.run(
        "DELETE FROM alias WHERE documents <= 0;"
        "DELETE FROM split WHERE own NOT IN (SELECT identity FROM alias) AND own NOT IN (SELECT "
        "identity FROM merge);"
        "DELETE FROM identity WHERE id NOT IN (SELECT identity FROM alias) AND kb IS NULL "
        "AND id NOT IN (SELECT identity FROM entity WHERE identity IS NOT NULL) "
        "AND id NOT IN (SELECT identity FROM merge) AND id NOT IN (SELECT into_identity FROM "
        "merge) "
        "AND id NOT IN (SELECT identity FROM split) AND id NOT IN (SELECT own FROM split);"
        "DELETE FROM input WHERE id NOT IN (SELECT input FROM version);"
        "DELETE FROM publisher WHERE id NOT IN (SELECT publisher FROM version);"
        "DELETE FROM engine WHERE id NOT IN (SELECT engine FROM version);"
        "INSERT OR REPLACE INTO state (name, value) VALUES ('erasing', 1)");
    remove_unused_reasons();
  }

  void remove_unused_reasons() {
    std::set<std::int64_t> unused;
    Statement all(connection_, "SELECT id FROM reason");
    while (all.next()) unused.insert(all.integer(0));
    Statement rows(connection_, "SELECT why FROM quotation WHERE why IS NOT NULL");
    while (!unused.empty() && rows.next()) {
      Unpacker unpacker(rows.blob(0));
      for (std::size_t left = unpacker.count(); left > 0; --left)
        unused.erase(static_cast<std::int64_t>(unpacker.number()));
    }
    Statement remove(connection_, "DELETE FROM reason WHERE id = ?1");
    for (const std::int64_t reason : unused) remove.run(reason);
  }

  Connection& connection_;
  DocumentRows rows_;
  VersionChanges changes_;
  DocumentReader reader_;
  Tombstones tombstones_;
  AliasRows names_;
  Forgotten done_;
};

/// What is left of families that lost a rendering makes families again, unless all are to be joined anyway.
Result<Forgotten> committed(Connection& connection, Transaction& transaction,
                            const Forgetting& forgetting) {
  if (auto error = transaction.commit()) return *std::move(error);
  if (connection.number("SELECT value FROM state WHERE name = 'families_due'") == 0) {
    const auto joined = join_families(connection, JoinScope::due);
    if (!joined) return joined.error();
  }
  return forgetting.done();
}

}  // namespace

Result<Forgotten> forget_document(Connection& connection, const std::string& key,
                                  const std::optional<std::string>& publisher) {
  Statement rows(connection,
                 "SELECT s.id FROM sighting s JOIN publisher p ON p.id = s.publisher "
                 "WHERE s.key = ?1 AND (?2 IS NULL OR p.name = ?2)");
  rows.start(key, publisher);
  const auto sightings = numbers(rows);
  if (sightings.empty() && !connection.error()) {
    return Error{ErrorCode::not_in_record, connection.path() + ": no article has the key " + key +
                                               "; keys are case-sensitive"};
  }
  Transaction transaction(connection);
  Forgetting forgetting(connection);
  forgetting.documents(sightings);
  return committed(connection, transaction, forgetting);
}

Result<Forgotten> forget_person(Connection& connection, std::int64_t identity) {
  if (!Statement(connection, "SELECT 1 FROM alias WHERE identity = ?1").find(identity) &&
      !connection.error()) {
    return Error{ErrorCode::not_in_record, connection.path() +
                                               ": there is nobody of that number; quoth entity "
                                               "list NAME shows who is there"};
  }
  Transaction transaction(connection);
  Forgetting forgetting(connection);
  forgetting.person(identity);
  return committed(connection, transaction, forgetting);
}

bool has_traces(Connection& connection) {
  return connection.number("SELECT value FROM state WHERE name = 'erasing'") != 0;
}

std::optional<Error> erase_traces(Connection& connection) {
  const auto empty_log = [&] {
    if (connection.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
      connection.fail({ErrorCode::record_busy,
                       connection.path() +
                           ": another process reads it, so its log cannot be emptied; end "
                           "that, then run quoth compact --db"});
    }
  };
  // Merged into one, the index has no word left that only removed contents had.
  connection.run("INSERT INTO content (content) VALUES ('optimize'); PRAGMA secure_delete = ON");
  connection.run("VACUUM");
  empty_log();
  connection.run("DELETE FROM state WHERE name = 'erasing'");
  empty_log();
  return connection.error();
}

}  // namespace quoth::database
