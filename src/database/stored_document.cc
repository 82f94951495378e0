#include "database/stored_document.h"

#include <fmt/core.h>

#include <map>
#include <utility>

#include "database/json_column.h"
#include "database/packed.h"
#include "database/quotation_blobs.h"
#include "database/text_body.h"

namespace quoth::database {
namespace {

std::optional<EntityReference> reference(const Statement& row, int column,
                                         std::int64_t confidence) {
  if (row.is_null(column)) return {};
  return EntityReference{static_cast<std::size_t>(row.integer(column)), share(confidence)};
}

}  // namespace

DocumentReader::DocumentReader(Connection& connection)
    : connection_(connection),
      document_(
          connection,
          "SELECT t.body, t.length, t.redacted_hash IS NOT NULL, v.sighting, v.number, v.text, "
          "s.key, p.name, i.path, v.record, v.url, v.title, v.author, v.published, "
          "v.published_from, "
          "v.modified, v.duplicate_of, v.notes, v.language, v.warc_file, v.warc_offset, v.warc_id, "
          "v.extra, e.version, e.model, e.model_sha256 "
          "FROM version v JOIN text t ON t.id = v.text JOIN sighting s ON s.id = v.sighting "
          "JOIN publisher p ON p.id = v.publisher JOIN input i ON i.id = v.input "
          "JOIN engine e ON e.id = v.engine WHERE v.id = ?1"),
      entities_(connection,
                "SELECT name, type, kb, identity, mentions, members FROM entity WHERE version = ?1 "
                "ORDER BY number"),
      quotations_(
          connection,
          "SELECT id, number, state, kind, act, negated, speaker, identity, addressee, addressed, "
          "parent, confidence, speaker_confidence, flags, date, spans, links, why "
          "FROM quotation WHERE version = ?1 ORDER BY number"),
      reason_(connection, "SELECT name FROM reason WHERE id = ?1"),
      newest_(connection, "SELECT max(number), id FROM version WHERE sighting = ?1") {}

void DocumentReader::damaged(std::int64_t version, const char* what) {
  connection_.fail({ErrorCode::record_corrupt,
                    fmt::format("{}: version {}: {}; take a copy of the record from before",
                                connection_.path(), version, what)});
}

std::optional<std::int64_t> DocumentReader::newest_version(std::int64_t sighting) {
  std::optional<std::int64_t> version;
  newest_.start(sighting);
  if (newest_.next()) version = newest_.optional_integer(1);
  newest_.rewind();
  return version;
}

bool DocumentReader::read_document(std::int64_t version, std::optional<StoredDocument>& stored) {
  const Statement& row = document_;
  auto text = decompressed(row.blob(0), static_cast<std::size_t>(row.integer(1)));
  if (!text) return damaged(version, "its text is no whole frame"), false;
  auto document = Document::from_utf8(*std::move(text));
  if (!document) return damaged(version, "its text is not UTF-8"), false;
  auto notes = texts_of(row.text(17));
  auto extra = members_of(row.text(22));
  if (!notes || !extra) return damaged(version, "its notes or extra fields are no JSON"), false;
  stored.emplace(StoredDocument{{*std::move(document), {}, {}, {}},
                                version,
                                row.integer(3),
                                row.integer(4),
                                row.integer(5),
                                row.integer(2) != 0,
                                {},
                                {}});
  DocumentFacts& facts = stored->recorded.facts;
  facts.key = row.text(6);
  if (!row.text(7).empty()) facts.publisher = row.text(7);
  facts.path = row.text(8);
  facts.record = static_cast<std::size_t>(row.integer(9));
  facts.url = row.optional_text(10);
  facts.title = row.optional_text(11);
  facts.author = row.optional_text(12);
  if (row.text(14) == "text") {
    stored->recorded.record.published = row.text(13);
  } else {
    facts.published = row.optional_text(13);
  }
  facts.modified = row.optional_text(15);
  facts.duplicate_of = row.optional_text(16);
  facts.notes = *std::move(notes);
  facts.language = row.text(18);
  if (!row.is_null(19)) {
    facts.archive =
        ArchiveFacts{std::string(row.text(19)), static_cast<std::uint64_t>(row.integer(20)),
                     std::string(row.text(21))};
  }
  facts.extra = *std::move(extra);
  stored->recorded.engine = {std::string(row.text(23)), std::string(row.text(24)),
                             std::string(row.text(25))};
  return true;
}

void DocumentReader::read_entities(StoredDocument& stored) {
  const std::string_view text = stored.recorded.document.text();
  entities_.start(stored.version);
  while (entities_.next()) {
    Entity entity;
    entity.name = entities_.text(0);
    entity.type = static_cast<EntityType>(entities_.integer(1));
    entity.kb = entities_.text(2);
    Unpacker mentions(entities_.blob(4));
    entity.mentions = mentions.spans();
    if (!mentions.whole() || !fit(text, entity.mentions))
      damaged(stored.version, "an entity's mentions are not in its text");
    if (!entities_.is_null(5)) {
      Unpacker members(entities_.blob(5));
      entity.members.resize(members.count());
      for (std::size_t& member : entity.members) member = members.number();
      if (!members.whole()) damaged(stored.version, "an entity's members are damaged");
    }
    stored.identities.push_back(entities_.integer(3));
    stored.recorded.record.entities.push_back(std::move(entity));
  }
  entities_.rewind();
  for (const Entity& entity : stored.recorded.record.entities) {
    for (const std::size_t member : entity.members) {
      if (member >= stored.identities.size())
        damaged(stored.version, "an entity has a member that is none");
    }
  }
}

std::vector<std::string> DocumentReader::reasons(std::string_view packed) {
  std::vector<std::string> names;
  if (packed.empty()) return names;
  Unpacker unpacker(packed);
  names.resize(unpacker.count());
  for (std::string& name : names) {
    reason_.start(unpacker.number());
    if (reason_.next()) name = reason_.text(0);
    reason_.rewind();
  }
  return names;
}

void DocumentReader::read_quotations(StoredDocument& stored) {
  const std::string_view text = stored.recorded.document.text();
  const std::size_t entities = stored.identities.size();
  std::map<std::int64_t, std::size_t> index_of;  // A number may be missing: what was forgotten.
  std::vector<std::optional<std::int64_t>> parents;
  quotations_.start(stored.version);
  const Statement& row = quotations_;
  while (quotations_.next()) {
    Quotation quotation;
    quotation.kind = static_cast<Quotation::Kind>(row.integer(3));
    quotation.act = static_cast<Quotation::Act>(row.integer(4));
    quotation.negated = row.integer(5) != 0;
    quotation.speaker = reference(row, 6, row.integer(12));
    quotation.addressee = reference(row, 8, 0);
    quotation.confidence = share(row.integer(11));
    quotation.flags = parted(row.text(13));
    const bool has_good_links = unpack_links(row.blob(16), entities, quotation);
    if (!unpack_spans(row.blob(15), text, row.optional_text(14), quotation))
      damaged(stored.version, "a quotation's spans are not in its text");
    if (!has_good_links || (quotation.speaker && quotation.speaker->entity >= entities) ||
        (quotation.addressee && quotation.addressee->entity >= entities)) {
      damaged(stored.version, "a quotation names an entity that is none");
    }
    quotation.why = reasons(row.blob(17));
    index_of[row.integer(1)] = stored.quotations.size();
    parents.push_back(row.optional_integer(10));
    stored.quotations.push_back({row.integer(0), static_cast<QuotationState>(row.integer(2)),
                                 row.integer(1), row.integer(7), row.integer(9)});
    stored.recorded.record.quotations.push_back(std::move(quotation));
  }
  quotations_.rewind();
  for (std::size_t k = 0; k < parents.size(); ++k) {
    if (!parents[k]) continue;
    const auto parent = index_of.find(*parents[k]);
    if (parent != index_of.end()) stored.recorded.record.quotations[k].parent = parent->second;
  }
}

std::optional<StoredDocument> DocumentReader::read(std::int64_t version) {
  std::optional<StoredDocument> stored;
  document_.start(version);
  const bool found = document_.next() && read_document(version, stored);
  document_.rewind();
  if (!found || connection_.error()) return {};
  read_entities(*stored);
  read_quotations(*stored);
  if (connection_.error()) return {};
  return stored;
}

}  // namespace quoth::database
