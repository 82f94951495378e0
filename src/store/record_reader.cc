#include "store/record_reader.h"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "store/record_ids.h"
#include "store/unit_offsets.h"
#include "text/utf8.h"

// The page is docs/formats/record.md, the writer record_json.cc.

namespace quoth::store {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

constexpr std::string_view format = "quoth.record/1";

/// The value of an enumeration by its name.
template <typename Value>
std::optional<Value> value_of(std::string_view text, Value last) {
  for (int k = 0; k <= static_cast<int>(last); ++k) {
    if (text == name(static_cast<Value>(k))) return static_cast<Value>(k);
  }
  return {};
}

/// "q7" → 6.
std::optional<std::size_t> index_of(std::string_view id, char letter, std::size_t count) {
  std::size_t number = 0;
  if (id.size() < 2 || id.front() != letter || id[1] == '0') return {};
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size() || number < 1 || number > count)
    return {};
  return number - 1;
}

/// Fills a RecordedDocument's record and facts; the first thing that is wrong stays in `wrong`.
class RecordParts {
 public:
  RecordParts(const Document& document, OffsetUnit unit)
      : document_(document), offsets_(document.text(), unit) {}

  const char* wrong() const { return wrong_; }
  std::uint64_t length() const { return offsets_.length(); }

  Record record(element json) {
    Record record;
    array entities, quotations;
    need(json["entities"].get(entities) == simdjson::SUCCESS, "it has no entities");
    need(json["quotations"].get(quotations) == simdjson::SUCCESS, "it has no quotations");
    if (wrong_ != nullptr) return record;
    entities_ = entities.size();
    quotations_ = quotations.size();
    record.entities.reserve(entities_);
    for (const element entity : entities) record.entities.push_back(read_entity(entity));
    record.quotations.reserve(quotations_);
    for (const element quotation : quotations)
      record.quotations.push_back(read_quotation(quotation));
    return record;
  }

  DocumentFacts facts(element doc, Record& record) {
    DocumentFacts facts;
    facts.key = text(doc, "key");
    facts.path = text(doc, "path");
    std::uint64_t number = 1;
    need(doc["record"].get(number) == simdjson::SUCCESS, "doc.record is no number");
    facts.record = number;
    facts.url = optional_text(doc, "url");
    facts.title = optional_text(doc, "title");
    facts.author = optional_text(doc, "author");
    facts.publisher = optional_text(doc, "publisher");
    facts.modified = optional_text(doc, "modified");
    facts.duplicate_of = optional_text(doc, "duplicate_of");
    facts.language = text(doc, "language");
    facts.notes = texts(doc, "notes");
    const auto published = optional_text(doc, "published");
    if (published && optional_text(doc, "published_from") == "text") {
      record.published = *published;
    } else {
      facts.published = published;
    }
    element warc;
    if (doc["warc"].get(warc) == simdjson::SUCCESS && !warc.is_null()) {
      std::uint64_t offset = 0;
      need(warc["offset"].get(offset) == simdjson::SUCCESS, "doc.warc.offset is no number");
      facts.archive = ArchiveFacts{text(warc, "file"), offset, text(warc, "id")};
    }
    simdjson::dom::object extra;
    if (doc["extra"].get(extra) == simdjson::SUCCESS) {
      for (const auto& [key, value] : extra)
        facts.extra.emplace_back(std::string(key), simdjson::minify(value));
    }
    return facts;
  }

  std::string text(element object, const char* key) {
    std::string_view value;
    need(object[key].get(value) == simdjson::SUCCESS, "a text is missing");
    return std::string(value);
  }

 private:
  void need(bool holds, const char* otherwise) {
    if (!holds && wrong_ == nullptr) wrong_ = otherwise;
  }

  std::optional<std::string> optional_text(element object, const char* key) {
    element value;
    if (object[key].get(value) != simdjson::SUCCESS || value.is_null()) return {};
    return text(object, key);
  }

  std::vector<std::string> texts(element object, const char* key) {
    std::vector<std::string> list;
    array values;
    need(object[key].get(values) == simdjson::SUCCESS, "a list is missing");
    if (wrong_ != nullptr) return list;
    for (const element value : values) {
      std::string_view text;
      need(value.get(text) == simdjson::SUCCESS, "a list of texts holds something else");
      list.emplace_back(text);
    }
    return list;
  }

  Span read_span(element json) {
    std::uint64_t start = 0, end = 0;
    std::string_view text;
    need(json["start"].get(start) == simdjson::SUCCESS &&
             json["end"].get(end) == simdjson::SUCCESS &&
             json["text"].get(text) == simdjson::SUCCESS,
         "a span lacks start, end or text");
    const auto span = offsets_.bytes(start, end);
    need(span && document_.text(*span) == text, "a span does not reproduce its text");
    return span.value_or(Span{});
  }

  std::vector<Span> read_spans(element object, const char* key) {
    std::vector<Span> spans;
    array values;
    need(object[key].get(values) == simdjson::SUCCESS, "a list of spans is missing");
    if (wrong_ != nullptr) return spans;
    spans.reserve(values.size());
    for (const element value : values) spans.push_back(read_span(value));
    return spans;
  }

  float share(element object, const char* key) {
    double value = 0;
    need(object[key].get(value) == simdjson::SUCCESS && value >= 0 && value <= 1,
         "a confidence is no number from 0 to 1");
    return static_cast<float>(value);
  }

  EntityReference reference(element json, bool with_confidence) {
    std::string_view id;
    need(json["entity"].get(id) == simdjson::SUCCESS, "a reference names no entity");
    const auto index = index_of(id, 'e', entities_);
    need(index.has_value(), "a reference is to no entity of the record");
    return {index.value_or(0), with_confidence ? share(json, "confidence") : 0.0F};
  }

  std::optional<EntityReference> optional_reference(element object, const char* key,
                                                    bool with_confidence) {
    element value;
    if (object[key].get(value) != simdjson::SUCCESS || value.is_null()) return {};
    return reference(value, with_confidence);
  }

  std::vector<EntityReference> references(element object, const char* key, bool with_confidence) {
    std::vector<EntityReference> list;
    array values;
    need(object[key].get(values) == simdjson::SUCCESS, "a list of entities is missing");
    if (wrong_ != nullptr) return list;
    for (const element value : values) list.push_back(reference(value, with_confidence));
    return list;
  }

  Quotation read_quotation(element json) {
    Quotation quotation;
    need(text(json, "id") == quotation_id(seen_quotations_++),
         "quotations are not q1, q2 … in order");
    const auto kind = value_of(text(json, "kind"), Quotation::Kind::mixed);
    const auto act = value_of(text(json, "act"), Quotation::Act::show);
    need(kind && act, "a kind or act is unknown");
    quotation.kind = kind.value_or(Quotation::Kind::indirect);
    quotation.act = act.value_or(Quotation::Act::say);
    quotation.content = read_spans(json, "content");
    need(!quotation.content.empty(), "a quotation has no content");
    quotation.cue = read_spans(json, "cue");
    quotation.source = read_spans(json, "source");
    quotation.speaker = optional_reference(json, "speaker", true);
    quotation.addressee = optional_reference(json, "addressee", false);
    quotation.about = references(json, "about", false);
    quotation.candidates = references(json, "candidates", true);
    read_circumstances(json, quotation);
    quotation.flags = texts(json, "flags");
    quotation.why = texts(json, "why");
    quotation.confidence = share(json, "confidence");
    if (const auto parent = optional_text(json, "parent")) {
      quotation.parent = index_of(*parent, 'q', quotations_);
      need(quotation.parent.has_value(), "a parent is no quotation of the record");
    }
    need(json["negated"].get(quotation.negated) == simdjson::SUCCESS,
         "negated is neither true nor false");
    return quotation;
  }

  void read_circumstances(element json, Quotation& quotation) {
    element value;
    if (json["medium"].get(value) == simdjson::SUCCESS && !value.is_null())
      quotation.medium = read_span(value);
    if (json["when"].get(value) == simdjson::SUCCESS && !value.is_null())
      quotation.when = Time{read_span(value), optional_text(value, "date").value_or("")};
  }

  Entity read_entity(element json) {
    Entity entity;
    need(text(json, "id") == entity_id(seen_entities_++), "entities are not e1, e2 … in order");
    entity.name = text(json, "name");
    const auto type = value_of(text(json, "type"), EntityType::generic);
    need(type.has_value(), "a type is unknown");
    entity.type = type.value_or(EntityType::unnamed);
    entity.kb = optional_text(json, "kb").value_or("");
    entity.mentions = read_spans(json, "mentions");
    array members;
    if (json["members"].get(members) != simdjson::SUCCESS) return entity;
    for (const element member : members) {
      std::string_view id;
      need(member.get(id) == simdjson::SUCCESS, "a member is no id");
      const auto index = index_of(id, 'e', entities_);
      need(index.has_value(), "a member is no entity of the record");
      entity.members.push_back(index.value_or(0));
    }
    return entity;
  }

  const Document& document_;
  UnitOffsets offsets_;
  const char* wrong_ = nullptr;
  std::size_t entities_ = 0, quotations_ = 0, seen_entities_ = 0, seen_quotations_ = 0;
};

std::optional<OffsetUnit> unit_of(std::string_view name) {
  if (name == "codepoint") return OffsetUnit::codepoint;
  if (name == "byte") return OffsetUnit::byte;
  if (name == "utf16") return OffsetUnit::utf16;
  return {};
}

Error invalid(const std::string& place, std::string_view what) {
  return {ErrorCode::invalid_record,
          place + ": " + std::string(what) + "; write it again with quoth extract --text"};
}

}  // namespace

struct RecordReader::Impl {
  simdjson::dom::parser parser;
};

RecordReader::RecordReader() : impl_(std::make_unique<Impl>()) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;

Result<RecordedDocument> RecordReader::read(std::string_view line, const std::string& place) {
  element json, doc;
  const auto error = impl_->parser.parse(line.data(), line.size()).get(json);
  if (error != simdjson::SUCCESS) {
    return Error{ErrorCode::invalid_json, place + ": " + simdjson::error_message(error) +
                                              "; each line must be one JSON object"};
  }
  std::string_view stated, id, unit_name, text;
  if (json["format"].get(stated) != simdjson::SUCCESS || stated != format)
    return invalid(place, "it is no record of quoth.record/1");
  if (json["doc"].get(doc) != simdjson::SUCCESS || doc["text"].get(text) != simdjson::SUCCESS ||
      doc["id"].get(id) != simdjson::SUCCESS ||
      doc["offset_unit"].get(unit_name) != simdjson::SUCCESS) {
    return invalid(place, "it lacks doc.text, doc.id or doc.offset_unit");
  }
  const auto unit = unit_of(unit_name);
  auto document = Document::from_utf8(std::string(text));
  if (!document) return Error{document.error().code, place + ": " + document.error().message};
  if (!unit || document_id(*document) != id) return invalid(place, "doc.id is not its text's hash");
  RecordParts parts(*document, *unit);
  Record record = parts.record(json);
  DocumentFacts facts = parts.facts(doc, record);
  element engine;
  std::uint64_t length = 0;
  if (parts.wrong() == nullptr &&
      (doc["length"].get(length) != simdjson::SUCCESS || length != parts.length()))
    return invalid(place, "doc.length is not its text's");
  if (json["engine"].get(engine) != simdjson::SUCCESS) return invalid(place, "it names no engine");
  EngineFacts by{parts.text(engine, "version"), parts.text(engine, "model"),
                 parts.text(engine, "model_sha256")};
  if (parts.wrong() != nullptr) return invalid(place, parts.wrong());
  return RecordedDocument{*std::move(document), std::move(record), std::move(facts), std::move(by)};
}

}  // namespace quoth::store
