#include "search/hit_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

#include "database/day.h"
#include "database/packed.h"
#include "database/quotation_blobs.h"
#include "store/record_ids.h"
#include "text/utf8.h"

namespace quoth::search {
namespace {

constexpr std::size_t context = 160;  // Bytes of the article before a content, and after it.

bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

/// The end of the text before a content: whole words of its own paragraph and the one before.
std::string before(std::string_view text, std::size_t at) {
  std::size_t start = at > context ? at - context : 0;
  if (start > 0) {
    while (start < at && !is_blank(text[start - 1])) ++start;
    while (start < at && !text::starts_sequence(text[start])) ++start;
  }
  return std::string(text.substr(start, at - start));
}

std::string after(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.size(), at + context);
  if (end < text.size()) {
    while (end > at && !is_blank(text[end])) --end;
  }
  return std::string(text.substr(at, end - at));
}

}  // namespace

HitReader::HitReader(database::Connection& connection)
    : connection_(connection),
      articles_(connection, 1),
      row_(connection,
           "SELECT version, number, state, kind, act, negated, speaker, identity, addressee, "
           "addressed, parent, confidence, speaker_confidence, flags, date, spans, links, why "
           "FROM quotation WHERE id = ?1"),
      article_(connection,
               "SELECT s.key, p.name, v.title, v.author, v.url, v.published FROM version v "
               "JOIN sighting s ON s.id = v.sighting JOIN publisher p ON p.id = v.publisher "
               "WHERE v.id = ?1"),
      entity_(connection,
              "SELECT name, type, identity FROM entity WHERE version = ?1 AND number = ?2"),
      reason_(connection, "SELECT name FROM reason WHERE id = ?1"),
      family_(connection,
              "SELECT f.id, f.members FROM variant v JOIN family f ON f.id = v.family "
              "WHERE v.quotation = ?1"),
      parent_(connection, "SELECT id FROM quotation WHERE version = ?1 AND number = ?2"),
      place_(connection, "SELECT count(*) FROM quotation WHERE version = ?1 AND number < ?2") {}

void HitReader::damaged(std::int64_t quotation, const char* what) {
  connection_.fail(
      {ErrorCode::record_corrupt, fmt::format("{}: quotation {}: {}; see quoth verify --db",
                                              connection_.path(), quotation, what)});
}

std::optional<Person> HitReader::person(std::int64_t version, std::int64_t entity) {
  std::optional<Person> found;
  entity_.start(version, entity);
  if (entity_.next()) {
    found = Person{entity_.integer(2),
                   std::string(entity_.text(0)),
                   static_cast<EntityType>(entity_.integer(1)),
                   {}};
  }
  entity_.rewind();
  return found;
}

std::string HitReader::reason(std::int64_t id) {
  const auto known = reasons_.find(id);
  if (known != reasons_.end()) return known->second;
  reason_.start(id);
  std::string name;
  if (reason_.next()) name = reason_.text(0);
  reason_.rewind();
  reasons_.emplace(id, name);
  return name;
}

bool HitReader::read_row(Hit& hit) {
  const std::string* text = text_of(hit.version);
  if (text == nullptr) return damaged(hit.id, "its article's text cannot be read"), false;
  const database::Statement& row = row_;
  Quotation quotation;
  if (!database::unpack_spans(row.blob(15), *text, row.optional_text(14), quotation))
    return damaged(hit.id, "its spans are not in its text"), false;
  constexpr std::size_t any_entity = std::numeric_limits<std::uint32_t>::max();
  if (!database::unpack_links(row.blob(16), any_entity, quotation))
    return damaged(hit.id, "its links are damaged"), false;
  hit.text = words_of(*text, quotation.content);
  hit.before = before(*text, quotation.content.front().start);
  hit.after = after(*text, quotation.content.back().end);
  hit.cue = words_of(*text, quotation.cue);
  hit.source = words_of(*text, quotation.source);
  if (quotation.when) {
    const Span span = quotation.when->span;
    hit.when_text = text->substr(span.start, span.end - span.start);
    if (!quotation.when->date.empty()) hit.when_date = quotation.when->date;
  }
  hit.content = std::move(quotation.content);
  hit.state = static_cast<database::QuotationState>(row.integer(2));
  hit.kind = static_cast<Quotation::Kind>(row.integer(3));
  hit.act = static_cast<Quotation::Act>(row.integer(4));
  hit.negated = row.integer(5) != 0;
  hit.flags = database::parted(row.text(13));
  hit.confidence = database::share(row.integer(11));
  if (!row.is_null(6)) hit.speaker = person(hit.version, row.integer(6));
  if (hit.speaker) hit.speaker->confidence = database::share(row.integer(12));
  if (!row.is_null(8)) hit.addressee = person(hit.version, row.integer(8));
  for (const EntityReference& subject : quotation.about) {
    auto found = person(hit.version, static_cast<std::int64_t>(subject.entity));
    if (found) hit.about.push_back(*std::move(found));
  }
  if (!row.blob(17).empty()) {
    database::Unpacker why(row.blob(17));
    for (std::size_t k = why.count(); k > 0; --k)
      hit.why.push_back(reason(static_cast<std::int64_t>(why.number())));
  }
  const auto place = static_cast<std::size_t>(place_.find(hit.version, row.integer(1)).value_or(0));
  hit.number = store::quotation_id(place);
  if (!row.is_null(10)) hit.parent = parent_.find(hit.version, row.integer(10));
  return true;
}

void HitReader::read_article(Hit& hit) {
  article_.start(hit.version);
  if (article_.next()) {
    hit.key = article_.text(0);
    if (!article_.text(1).empty()) hit.publisher = article_.text(1);
    hit.title = article_.optional_text(2);
    hit.author = article_.optional_text(3);
    hit.url = article_.optional_text(4);
    hit.published = article_.optional_text(5);
  }
  article_.rewind();
}

void HitReader::read_family(Hit& hit) {
  family_.start(hit.id);
  if (family_.next()) {
    hit.family = family_.integer(0);
    hit.mentions = static_cast<std::uint32_t>(family_.integer(1));
  }
  family_.rewind();
}

std::optional<Hit> HitReader::read(std::int64_t quotation) {
  Hit hit;
  hit.id = quotation;
  hit.day = database::day_of_quotation(quotation);
  row_.start(quotation);
  bool is_read = false;
  if (row_.next()) {
    hit.version = row_.integer(0);
    is_read = read_row(hit);
  }
  row_.rewind();
  if (!is_read) return {};
  read_article(hit);
  read_family(hit);
  if (connection_.error()) return {};
  return hit;
}

}  // namespace quoth::search
