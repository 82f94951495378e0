#include "database/writer.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <ctime>
#include <utility>
#include <vector>

#include "database/day.h"
#include "database/document_rows.h"
#include "database/identities.h"
#include "database/json_column.h"
#include "database/named_rows.h"
#include "database/redaction.h"
#include "database/stored_document.h"
#include "database/text_body.h"
#include "database/tombstones.h"
#include "database/version_changes.h"

namespace quoth::database {
namespace {

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

std::string line_of(const store::RecordedDocument& recorded) {
  return to_json(recorded.document, recorded.record, recorded.facts, recorded.engine,
                 {.with_text = true});
}

}  // namespace

const char* name(Added added) noexcept {
  switch (added) {
    case Added::as_new:
      return "new";
    case Added::as_version:
      return "version";
    case Added::again:
      return "again";
    case Added::known:
      return "known";
    case Added::forgotten:
      return "forgotten";
  }
  return "known";
}

struct Writer::Impl {
  Impl(Connection& opened, WriteOptions given)
      : connection(opened),
        options(std::move(given)),
        publishers(opened, "publisher", "name"),
        inputs(opened, "input", "path"),
        tombstones(opened),
        identities(opened),
        rows(opened),
        changes(opened, rows),
        reader(opened),
        find_engine(
            opened,
            "SELECT id FROM engine WHERE version = ?1 AND model = ?2 AND model_sha256 = ?3"),
        add_engine(opened, "INSERT INTO engine (version, model, model_sha256) VALUES (?1, ?2, ?3)"),
        find_sighting(opened, "SELECT id FROM sighting WHERE publisher = ?1 AND key = ?2"),
        add_sighting(opened, "INSERT INTO sighting (publisher, key) VALUES (?1, ?2)"),
        find_text(opened,
                  "SELECT id, redacted_hash IS NOT NULL, length, body FROM text WHERE hash = ?1"),
        add_text(opened,
                 "INSERT INTO text (hash, redacted_hash, length, body) VALUES (?1, ?2, ?3, ?4)"),
        find_version(opened, "SELECT id, number FROM version WHERE sighting = ?1 AND text = ?2"),
        last_number(opened, "SELECT max(number) FROM version WHERE sighting = ?1"),
        add_version(
            opened,
            "INSERT INTO version (sighting, number, text, engine, run, publisher, day, input, "
            "record, url, "
            "title, author, published, published_from, modified, duplicate_of, notes, language, "
            "warc_file, warc_offset, warc_id, extra) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
            "?10, "
            "?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)"),
        set_engine(opened, "UPDATE version SET engine = ?2, run = ?3 WHERE id = ?1"),
        add_fault(opened,
                  "INSERT OR IGNORE INTO fault (run, path, code, message) VALUES (?1, ?2, ?3, ?4)"),
        has_fault(opened, "SELECT 1 FROM fault WHERE path = ?1 AND code = ?2 AND message = ?3") {}

  void begin() {
    if (!transaction) transaction.emplace(connection);
  }

  /// A run that changes nothing leaves no trace.
  std::int64_t run_id() {
    if (run == 0) {
      begin();
      run =
          Statement(connection,
                    "INSERT INTO run (started, program, options) VALUES (?1, ?2, ?3) RETURNING id")
              .find(now(), options.program, options.settings)
              .value_or(0);
    }
    return run;
  }

  std::int64_t engine_id(const EngineFacts& engine) {
    if (engine_row != 0 && engine.version == last_engine.version &&
        engine.model == last_engine.model && engine.model_sha256 == last_engine.model_sha256)
      return engine_row;
    const auto found = find_engine.find(engine.version, engine.model, engine.model_sha256);
    engine_row =
        found ? *found : add_engine.insert(engine.version, engine.model, engine.model_sha256);
    last_engine = engine;
    return engine_row;
  }

  /// What is kept of an entry after what was forgotten before is taken out.
  void redact(Entry& entry, std::optional<std::string> known_text) {
    store::RecordedDocument& recorded = entry.recorded;
    std::vector<bool> forgotten(recorded.record.entities.size());
    for (std::size_t k = 0; k < forgotten.size(); ++k)
      forgotten[k] = tombstones.has_person(recorded.record.entities[k].name);
    const auto spans = contents_of(recorded.record, spoken_by(recorded.record, forgotten));
    if (spans.empty() && !known_text) return;
    const std::string_view text = recorded.document.text();
    std::vector<std::string> words = taken_words(text, spans);
    std::string left = known_text ? *std::move(known_text) : redacted(text, spans);
    const base::Sha256 original = entry.hash;
    entry = Entry(on_redacted_text(std::move(recorded), std::move(left), words), original);
  }

  std::optional<std::int64_t> text_of(Entry& entry, bool& is_new) {
    std::optional<std::int64_t> id;
    std::optional<std::string> redacted_text;
    find_text.start(Blob{bytes_of(entry.hash)});
    if (find_text.next()) {
      id = find_text.integer(0);
      if (find_text.integer(1) != 0) {
        redacted_text =
            decompressed(find_text.blob(3), static_cast<std::size_t>(find_text.integer(2)));
      }
    }
    find_text.rewind();
    is_new = !id;
    if (redacted_text || (is_new && tombstones.has_any_person()))
      redact(entry, std::move(redacted_text));
    return id;
  }

  std::int64_t store_text(const Entry& entry) {
    std::optional<Blob> redacted_hash;
    if (entry.redacted_hash) redacted_hash = Blob{bytes_of(*entry.redacted_hash)};
    return add_text.insert(Blob{bytes_of(entry.hash)}, redacted_hash,
                           entry.recorded.document.text().size(), Blob{entry.body});
  }

  std::int64_t store_version(const Entry& entry, std::int64_t sighting, std::int64_t number,
                             std::int64_t text, std::int64_t publisher) {
    const DocumentFacts& facts = entry.recorded.facts;
    const std::string& in_text = entry.recorded.record.published;
    std::optional<std::string> published = facts.published;
    std::optional<std::string_view> published_from;
    if (published) published_from = "metadata";
    if (!published && !in_text.empty()) {
      published = in_text;
      published_from = "text";
    }
    std::vector<std::string> all_notes = facts.notes;
    all_notes.insert(all_notes.end(), entry.recorded.record.notes.begin(),
                     entry.recorded.record.notes.end());
    const auto notes = json_list(all_notes);
    const auto extra = json_object(facts.extra);
    std::optional<std::string_view> file, id;
    std::optional<std::uint64_t> offset;
    if (facts.archive) {
      file = facts.archive->file;
      offset = facts.archive->offset;
      id = facts.archive->id;
    }
    return add_version.insert(sighting, number, text, engine_id(entry.recorded.engine), run_id(),
                              publisher, entry.day, inputs.id_of(facts.path), facts.record,
                              facts.url, facts.title, facts.author, published, published_from,
                              facts.modified, facts.duplicate_of, notes, facts.language, file,
                              offset, id, extra);
  }

  void store_rows(std::int64_t version, const Entry& entry,
                  const std::vector<std::int64_t>& found) {
    rows.add(version, entry, found);
    identities.add(version, named_entities(entry.recorded.record, found));
    counts.quotations += entry.recorded.record.quotations.size();
  }

  Added replace(Entry& entry, std::int64_t sighting, std::int64_t version, std::int64_t number) {
    const auto old = reader.read(version);
    if (!old) return Added::known;
    // The facts stay those of the first time.
    entry.recorded.facts = old->recorded.facts;
    entry.recorded.record.notes.clear();
    entry.recorded.record.published = old->recorded.record.published;
    entry.day = day_of(entry.recorded.facts.published.value_or(old->recorded.record.published));
    if (line_of(old->recorded) == line_of(entry.recorded)) return Added::known;
    // Who is who is asked while the old rows still tell it.
    const auto found = identities.identify(entry, sighting, false);
    rows.remove(*old);
    identities.take(named_entities(old->recorded.record, old->identities));
    set_engine.run(version, engine_id(entry.recorded.engine), run_id());
    store_rows(version, entry, found);
    changes.renew(sighting, number > 1 ? number - 1 : 0);
    ++counts.again;
    return Added::again;
  }

  std::optional<Added> add(Entry& entry) {
    begin();
    const std::string publisher_name = entry.recorded.facts.publisher.value_or("");
    if (tombstones.has_text(entry.hash) ||
        tombstones.has_sighting(publisher_name, entry.recorded.facts.key)) {
      ++counts.forgotten;
      return Added::forgotten;
    }
    bool is_new_text = false;
    auto text = text_of(entry, is_new_text);
    const std::int64_t publisher = publishers.id_of(publisher_name);
    auto sighting = find_sighting.find(publisher, entry.recorded.facts.key);
    const bool is_new_sighting = !sighting;
    if (sighting && text) {
      std::int64_t version = 0, number = 0;
      find_version.start(*sighting, *text);
      if (find_version.next()) {
        version = find_version.integer(0);
        number = find_version.integer(1);
      }
      find_version.rewind();
      const Added outcome = version != 0 && options.replace_known
                                ? replace(entry, *sighting, version, number)
                                : Added::known;
      if (outcome == Added::known && version != 0) ++counts.known;
      if (version != 0) return outcome;
    }
    if (!text) text = store_text(entry);
    if (!sighting) sighting = add_sighting.insert(publisher, entry.recorded.facts.key);
    const std::int64_t last = last_number.find(sighting).value_or(0);
    const auto found = identities.identify(entry, sighting.value_or(0), is_new_sighting);
    const std::int64_t version =
        store_version(entry, sighting.value_or(0), last + 1, text.value_or(0), publisher);
    store_rows(version, entry, found);
    if (last > 0) changes.renew(sighting.value_or(0), last);
    ++(is_new_sighting ? counts.as_new : counts.as_version);
    return is_new_sighting ? Added::as_new : Added::as_version;
  }

  std::optional<Error> commit() {
    if (!transaction) return connection.error();
    rows.finish();
    if (run != 0) {
      Statement(connection,
                "UPDATE run SET documents = ?2, quotations = ?3, faults = ?4 WHERE id = ?1")
          .run(run, counts.as_new + counts.as_version + counts.again, counts.quotations,
               counts.faults);
    }
    auto error = transaction->commit();
    transaction.reset();
    return error;
  }

  Connection& connection;
  WriteOptions options;
  WriteCounts counts;
  std::int64_t run = 0;
  EngineFacts last_engine;  // Nearly always that of the document before.
  std::int64_t engine_row = 0;
  std::optional<Transaction> transaction;
  NamedRows publishers, inputs;
  Tombstones tombstones;
  Identities identities;
  DocumentRows rows;
  VersionChanges changes;
  DocumentReader reader;
  Statement find_engine, add_engine, find_sighting, add_sighting, find_text, add_text, find_version,
      last_number, add_version, set_engine, add_fault, has_fault;
};

Writer::Writer(Connection& connection, WriteOptions options)
    : impl_(std::make_unique<Impl>(connection, std::move(options))) {}
Writer::~Writer() = default;

std::optional<Added> Writer::add(Entry& entry) {
  const auto added = impl_->add(entry);
  if (impl_->connection.error()) return {};
  return added;
}

void Writer::note_fault(const std::string& path, const Error& error) {
  impl_->begin();
  if (impl_->has_fault.find(path, name(error.code), error.message)) return;
  impl_->add_fault.run(impl_->run_id(), path, name(error.code), error.message);
  ++impl_->counts.faults;
}

std::optional<Error> Writer::commit() { return impl_->commit(); }

std::optional<Error> Writer::finish() {
  if (impl_->run != 0) {
    impl_->begin();
    Statement(impl_->connection, "UPDATE run SET ended = ?2 WHERE id = ?1").run(impl_->run, now());
  }
  return impl_->commit();
}

const WriteCounts& Writer::counts() const noexcept { return impl_->counts; }

}  // namespace quoth::database
