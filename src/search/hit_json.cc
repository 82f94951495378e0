#include "search/hit_json.h"

#include <algorithm>

#include "database/day.h"
#include "text/utf8.h"

namespace quoth::search {
namespace {

/// Where byte `at` of the text lies in another unit.
std::uint64_t offset_of(std::string_view text, std::size_t at, OffsetUnit unit) {
  if (unit == OffsetUnit::byte) return at;
  std::uint64_t units = 0;
  for (std::size_t k = 0; k < at; ++k) {
    const auto byte = static_cast<unsigned char>(text[k]);
    if (!text::starts_sequence(text[k])) continue;
    units += unit == OffsetUnit::utf16 && byte >= 0xF0U ? 2U : 1U;  // Beyond U+FFFF: two.
  }
  return units;
}

void write_texts(store::JsonWriter& json, const char* key, const std::vector<std::string>& texts) {
  json.key(key);
  json.open_array();
  for (const std::string& text : texts) json.string(text);
  json.close_array();
}

void write_what(store::JsonWriter& json, const Hit& hit) {
  json.member("text", hit.text);
  json.member("kind", quoth::name(hit.kind));
  json.member("act", quoth::name(hit.act));
  json.key("negated");
  json.boolean(hit.negated);
  write_texts(json, "flags", hit.flags);
  write_or_null(json, "cue", hit.cue);
  write_or_null(json, "source", hit.source);
}

void write_who_and_when(store::JsonWriter& json, const Hit& hit) {
  write_or_null(json, "speaker", hit.speaker);
  write_or_null(json, "addressee", hit.addressee);
  json.key("about");
  json.open_array();
  for (const Person& person : hit.about) write(json, person);
  json.close_array();
  json.key("when");
  if (!hit.when_text) return json.null();
  json.open_object();
  json.member("text", *hit.when_text);
  write_or_null(json, "date", hit.when_date);
  json.close_object();
}

void write_document(store::JsonWriter& json, const Hit& hit) {
  json.key("document");
  json.open_object();
  json.key("version");
  json.number(static_cast<std::uint64_t>(hit.version));
  json.member("key", hit.key);
  write_or_null(json, "publisher", hit.publisher);
  write_or_null(json, "title", hit.title);
  write_or_null(json, "author", hit.author);
  write_or_null(json, "url", hit.url);
  write_or_null(json, "published", hit.published);
  json.close_object();
}

void write_place(store::JsonWriter& json, const Hit& hit, OffsetUnit unit) {
  json.key("highlights");
  json.open_array();
  for (const Span span : hit.highlights) {
    json.open_object();
    json.key("start");
    json.number(offset_of(hit.text, span.start, unit));
    json.key("end");
    json.number(offset_of(hit.text, span.end, unit));
    json.close_object();
  }
  json.close_array();
  json.key("context");
  json.open_object();
  json.member("before", hit.before);
  json.member("after", hit.after);
  json.close_object();
  write_document(json, hit);
  write_or_null(json, "link", deep_link(hit));
}

void write_number(store::JsonWriter& json, const char* key, std::int64_t number) {
  json.key(key);
  number == 0 ? json.null() : json.number(static_cast<std::uint64_t>(number));
}

}  // namespace

const char* name(database::QuotationState state) noexcept {
  switch (state) {
    case database::QuotationState::current:
      return "current";
    case database::QuotationState::altered:
      return "altered";
    case database::QuotationState::vanished:
      return "vanished";
    case database::QuotationState::repeated:
      return "repeated";
  }
  return "current";
}

void write_or_null(store::JsonWriter& json, const char* key,
                   const std::optional<std::string>& text) {
  json.key(key);
  text ? json.string(*text) : json.null();
}

void write_or_null(store::JsonWriter& json, const char* key, const std::string& text) {
  json.key(key);
  text.empty() ? json.null() : json.string(text);
}

void write_or_null(store::JsonWriter& json, const char* key, const std::optional<Person>& person) {
  json.key(key);
  person ? write(json, *person) : json.null();
}

void write_day(store::JsonWriter& json, const char* key, std::uint32_t day) {
  json.key(key);
  day == 0 ? json.null() : json.string(database::date_of(day));
}

void write(store::JsonWriter& json, const Person& person) {
  json.open_object();
  write_number(json, "identity", person.identity);
  json.member("name", person.name);
  json.member("type", quoth::name(person.type));
  if (person.confidence) {
    json.key("confidence");
    json.share(*person.confidence);
  }
  json.close_object();
}

void write(store::JsonWriter& json, const Hit& hit, OffsetUnit unit) {
  json.open_object();
  json.key("id");
  json.number(static_cast<std::uint64_t>(hit.id));
  json.member("number", hit.number);
  write_what(json, hit);
  write_who_and_when(json, hit);
  json.key("confidence");
  json.share(hit.confidence);
  write_texts(json, "why", hit.why);
  json.member("state", name(hit.state));
  write_day(json, "day", hit.day);
  write_number(json, "family", hit.family);
  json.key("mentions");
  json.number(std::max(1U, hit.mentions));
  json.key("parent");
  hit.parent ? json.number(static_cast<std::uint64_t>(*hit.parent)) : json.null();
  write_place(json, hit, unit);
  json.close_object();
}

std::string to_json(const Hit& hit, OffsetUnit unit) {
  std::string text;
  store::JsonWriter json(text);
  write(json, hit, unit);
  return text;
}

}  // namespace quoth::search
