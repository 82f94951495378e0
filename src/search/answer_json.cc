#include <algorithm>

#include "database/day.h"
#include "search/answer.h"
#include "search/hit_json.h"
#include "store/json_writer.h"

namespace quoth::search {
namespace {

void write_people(store::JsonWriter& json, const char* key, const std::vector<Suggestion>& people) {
  json.key(key);
  if (people.empty()) return json.null();
  const auto write_one = [&json](const Suggestion& person) {
    json.key("identity");
    json.number(static_cast<std::uint64_t>(person.identity));
    json.member("name", person.name);
    json.member("type", quoth::name(person.type));
  };
  json.open_object();
  write_one(people.front());
  if (people.size() > 1) {
    json.key("also");
    json.open_array();
    for (std::size_t k = 1; k < people.size(); ++k) {
      json.open_object();
      write_one(people[k]);
      json.close_object();
    }
    json.close_array();
  }
  json.close_object();
}

void write_query(store::JsonWriter& json, const Understood& query) {
  json.key("query");
  json.open_object();
  write_or_null(json, "words", query.words);
  write_people(json, "speaker", query.speaker);
  write_people(json, "about", query.about);
  write_people(json, "to", query.addressee);
  write_or_null(json, "outlet", query.outlet);
  json.key("act");
  query.act ? json.string(quoth::name(*query.act)) : json.null();
  json.key("kind");
  query.kind ? json.string(quoth::name(*query.kind)) : json.null();
  write_day(json, "since", query.since);
  write_day(json, "until", query.until);
  json.member("sort", name(query.sort));
  json.close_object();
}

void write_counts(store::JsonWriter& json, const char* key, const std::vector<NamedCount>& counts,
                  bool has_identities) {
  json.key(key);
  json.open_array();
  for (const NamedCount& each : counts) {
    json.open_object();
    if (has_identities) {
      json.key("identity");
      json.number(static_cast<std::uint64_t>(each.identity));
    }
    json.member("name", each.name);
    json.key("count");
    json.number(each.count);
    json.close_object();
  }
  json.close_array();
}

void write_facets(store::JsonWriter& json, const Answer& answer) {
  json.key("facets");
  if (!answer.facets) return json.null();
  json.open_object();
  json.key("is_approximate");
  json.boolean(!answer.is_exact);
  write_counts(json, "speakers", answer.facets->speakers, true);
  write_counts(json, "outlets", answer.facets->outlets, false);
  json.key("years");
  json.open_array();
  for (const YearCount& each : answer.facets->years) {
    json.open_object();
    json.key("year");
    json.number(static_cast<std::uint64_t>(each.year));
    json.key("count");
    json.number(each.count);
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

}  // namespace

std::string to_json(const Answer& answer, OffsetUnit unit) {
  std::string text;
  store::JsonWriter json(text);
  json.open_object();
  write_query(json, answer.query);
  json.key("hits");
  json.open_array();
  for (const Hit& hit : answer.hits) write(json, hit, unit);
  json.close_array();
  write_or_null(json, "next", answer.next);
  json.key("count");
  json.open_object();
  json.key("value");
  json.number(answer.count);
  json.key("is_exact");
  json.boolean(answer.is_exact);
  json.close_object();
  write_facets(json, answer);
  json.key("is_complete");
  json.boolean(answer.is_complete);
  json.close_object();
  return text;
}

std::string to_json(const std::vector<Suggestion>& people) {
  std::string text;
  store::JsonWriter json(text);
  json.open_object();
  json.key("people");
  json.open_array();
  for (const Suggestion& person : people) {
    json.open_object();
    json.key("identity");
    json.number(static_cast<std::uint64_t>(person.identity));
    json.member("name", person.name);
    json.member("type", quoth::name(person.type));
    json.key("quotations");
    json.number(static_cast<std::uint64_t>(person.quotations));
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return text;
}

}  // namespace quoth::search
