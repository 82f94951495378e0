#include "search/article.h"
#include "store/json_writer.h"
#include "store/record_writer.h"

namespace quoth::search {
namespace {

void number(store::JsonWriter& json, std::string_view key, std::int64_t value) {
  json.key(key);
  json.number(static_cast<std::uint64_t>(value));
}

void write(store::JsonWriter& json, const Article::Version& version) {
  json.open_object();
  number(json, "version", version.version);
  number(json, "number", version.number);
  json.key("published");
  version.published ? json.string(*version.published) : json.null();
  json.key("changes");
  json.open_object();
  json.key("added");
  json.number(version.added);
  json.key("altered");
  json.number(version.altered);
  json.key("vanished");
  json.number(version.vanished);
  json.close_object();
  json.close_object();
}

}  // namespace

std::string to_json(const Article& article, OffsetUnit offsets) {
  const database::StoredDocument& stored = article.stored;
  store::StoreNumbers numbers{{}, article.families, stored.identities};
  numbers.quotations.reserve(stored.quotations.size());
  for (const auto& row : stored.quotations) numbers.quotations.push_back(row.id);
  std::string text;
  store::JsonWriter json(text);
  json.open_object();
  json.key("record");
  const store::RecordedDocument& recorded = stored.recorded;
  store::write(json, recorded.document, recorded.record, recorded.facts, recorded.engine,
               {.offsets = offsets, .with_text = true}, &numbers);
  number(json, "version", stored.version);
  number(json, "number", stored.number);
  json.key("versions");
  json.open_array();
  for (const Article::Version& version : article.versions) write(json, version);
  json.close_array();
  json.key("is_redacted");
  json.boolean(stored.is_redacted);
  json.close_object();
  return text;
}

}  // namespace quoth::search
