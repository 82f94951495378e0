#include <string>

#include "base/sha256.h"
#include "quoth/record.h"
#include "store/json_writer.h"
#include "store/offset_writer.h"
#include "store/record_ids.h"
#include "store/record_writer.h"

// The page is docs/formats/record.md. Keys are only ever added.

namespace quoth {
namespace {

using store::entity_id;
using store::quotation_id;
using store::StoreNumbers;

class RecordWriter {
 public:
  RecordWriter(const Document& document, const Record& record, const RecordOptions& options,
               const StoreNumbers* numbers, store::JsonWriter& json)
      : document_(document),
        record_(record),
        options_(options),
        numbers_(numbers),
        offsets_(document, options.offsets),
        json_(json) {}

  void write(const DocumentFacts& facts, const EngineFacts& engine) {
    json_.open_object();
    json_.member("format", "quoth.record/1");
    write_document(facts);
    json_.key("quotations");
    json_.open_array();
    for (std::size_t k = 0; k < record_.quotations.size(); ++k) write_quotation(k);
    json_.close_array();
    json_.key("entities");
    json_.open_array();
    for (std::size_t k = 0; k < record_.entities.size(); ++k) write_entity(k);
    json_.close_array();
    json_.key("engine");
    json_.open_object();
    json_.member("version", engine.version);
    json_.member("model", engine.model);
    json_.member("model_sha256", engine.model_sha256);
    json_.close_object();
    json_.close_object();
  }

 private:
  void optional_member(std::string_view key, const std::optional<std::string>& value) {
    json_.key(key);
    value ? json_.string(*value) : json_.null();
  }

  void write_document(const DocumentFacts& facts) {
    json_.key("doc");
    json_.open_object();
    json_.member("id", document_id(document_));
    json_.member("key", facts.key);
    json_.member("path", facts.path);
    json_.key("record");
    json_.number(facts.record);
    optional_member("url", facts.url);
    optional_member("title", facts.title);
    optional_member("author", facts.author);
    optional_member("publisher", facts.publisher);
    write_published(facts);
    optional_member("modified", facts.modified);
    optional_member("duplicate_of", facts.duplicate_of);
    write_notes(facts);
    json_.member("language", facts.language);
    json_.key("length");
    const auto whole = offsets_({0, static_cast<std::uint32_t>(document_.text().size())});
    json_.number(whole.second);
    json_.member("offset_unit", store::name(options_.offsets));
    write_archive(facts.archive);
    if (!facts.extra.empty()) write_extra(facts);
    if (options_.with_text || facts.text_is_made) json_.member("text", document_.text());
    json_.close_object();
  }

  void write_published(const DocumentFacts& facts) {
    const bool from_text = !facts.published && !record_.published.empty();
    if (from_text) {
      json_.member("published", record_.published);
      json_.member("published_from", "text");
      return;
    }
    optional_member("published", facts.published);
    json_.key("published_from");
    facts.published ? json_.string("metadata") : json_.null();
  }

  void write_notes(const DocumentFacts& facts) {
    json_.key("notes");
    json_.open_array();
    for (const std::string& note : facts.notes) json_.string(note);
    for (const std::string& note : record_.notes) json_.string(note);
    json_.close_array();
  }

  void write_archive(const std::optional<ArchiveFacts>& archive) {
    json_.key("warc");
    if (!archive) return json_.null();
    json_.open_object();
    json_.member("file", archive->file);
    json_.key("offset");
    json_.number(archive->offset);
    json_.member("id", archive->id);
    json_.close_object();
  }

  void write_extra(const DocumentFacts& facts) {
    json_.key("extra");
    json_.open_object();
    for (const auto& [key, value] : facts.extra) {
      json_.key(key);
      json_.raw(value);
    }
    json_.close_object();
  }

  void write_span(Span span) {
    const auto [start, end] = offsets_(span);
    json_.open_object();
    json_.key("start");
    json_.number(start);
    json_.key("end");
    json_.number(end);
    json_.member("text", document_.text(span));
    json_.close_object();
  }

  void write_spans(std::string_view key, const std::vector<Span>& spans) {
    json_.key(key);
    json_.open_array();
    for (const Span span : spans) write_span(span);
    json_.close_array();
  }

  void write_reference(const EntityReference& reference, bool with_type, bool with_confidence) {
    const Entity& entity = record_.entities[reference.entity];
    json_.open_object();
    json_.member("entity", entity_id(reference.entity));
    json_.member("name", entity.name);
    if (with_type) json_.member("type", name(entity.type));
    if (with_confidence) {
      json_.key("confidence");
      json_.share(reference.confidence);
    }
    if (numbers_ != nullptr) number_or_null("identity", numbers_->identities[reference.entity]);
    json_.close_object();
  }

  void number_or_null(std::string_view key, std::int64_t number) {
    json_.key(key);
    number == 0 ? json_.null() : json_.number(static_cast<std::uint64_t>(number));
  }

  void optional_reference(std::string_view key, const std::optional<EntityReference>& reference,
                          bool with_confidence) {
    json_.key(key);
    reference ? write_reference(*reference, true, with_confidence) : json_.null();
  }

  void write_when(const Quotation& quotation) {
    json_.key("when");
    if (!quotation.when) return json_.null();
    const auto [start, end] = offsets_(quotation.when->span);
    json_.open_object();
    json_.key("start");
    json_.number(start);
    json_.key("end");
    json_.number(end);
    json_.member("text", document_.text(quotation.when->span));
    json_.key("date");
    quotation.when->date.empty() ? json_.null() : json_.string(quotation.when->date);
    json_.close_object();
  }

  void write_strings(std::string_view key, const std::vector<std::string>& values) {
    json_.key(key);
    json_.open_array();
    for (const std::string& value : values) json_.string(value);
    json_.close_array();
  }

  void write_references(std::string_view key, const std::vector<EntityReference>& references,
                        bool with_confidence) {
    json_.key(key);
    json_.open_array();
    for (const EntityReference& reference : references)
      write_reference(reference, false, with_confidence);
    json_.close_array();
  }

  void write_quotation(std::size_t index) {
    const Quotation& quotation = record_.quotations[index];
    json_.open_object();
    json_.member("id", quotation_id(index));
    json_.member("kind", name(quotation.kind));
    json_.member("act", name(quotation.act));
    write_spans("content", quotation.content);
    write_spans("cue", quotation.cue);
    write_spans("source", quotation.source);
    optional_reference("speaker", quotation.speaker, true);
    optional_reference("addressee", quotation.addressee, false);
    write_references("about", quotation.about, false);
    json_.key("medium");
    quotation.medium ? write_span(*quotation.medium) : json_.null();
    write_when(quotation);
    json_.key("negated");
    json_.boolean(quotation.negated);
    write_strings("flags", quotation.flags);
    json_.key("parent");
    quotation.parent ? json_.string(quotation_id(*quotation.parent)) : json_.null();
    write_references("candidates", quotation.candidates, true);
    json_.key("confidence");
    json_.share(quotation.confidence);
    write_strings("why", quotation.why);
    if (numbers_ != nullptr) {
      number_or_null("store_id", numbers_->quotations[index]);
      number_or_null("family", numbers_->families[index]);
    }
    json_.close_object();
  }

  void write_entity(std::size_t index) {
    const Entity& entity = record_.entities[index];
    json_.open_object();
    json_.member("id", entity_id(index));
    json_.member("name", entity.name);
    json_.member("type", name(entity.type));
    json_.key("kb");
    entity.kb.empty() ? json_.null() : json_.string(entity.kb);
    if (!entity.members.empty()) {
      json_.key("members");
      json_.open_array();
      for (const std::size_t member : entity.members) json_.string(entity_id(member));
      json_.close_array();
    }
    write_spans("mentions", entity.mentions);
    json_.close_object();
  }

  const Document& document_;
  const Record& record_;
  const RecordOptions& options_;
  const StoreNumbers* numbers_;
  store::OffsetWriter offsets_;
  store::JsonWriter& json_;
};

}  // namespace

std::string document_id(const Document& document) {
  const std::string_view text = document.text();
  return "sha256:" +
         base::hexadecimal(base::sha256(std::as_bytes(std::span(text.data(), text.size()))));
}

std::string to_json(const Document& document, const Record& record, const DocumentFacts& facts,
                    const EngineFacts& engine, const RecordOptions& options) {
  std::string out;
  store::JsonWriter json(out);
  store::write(json, document, record, facts, engine, options);
  return out;
}

void store::write(JsonWriter& json, const Document& document, const Record& record,
                  const DocumentFacts& facts, const EngineFacts& engine,
                  const RecordOptions& options, const StoreNumbers* numbers) {
  RecordWriter(document, record, options, numbers, json).write(facts, engine);
}

}  // namespace quoth
