#include "search/hit_json.h"
#include "search/profile.h"
#include "store/json_writer.h"

namespace quoth::search {
namespace {

void write_number(store::JsonWriter& json, const char* key, std::uint64_t number) {
  json.key(key);
  json.number(number);
}

void write_person(store::JsonWriter& json, const Person& person) {
  write_number(json, "identity", static_cast<std::uint64_t>(person.identity));
  json.member("name", person.name);
  json.member("type", quoth::name(person.type));
}

/// An array of objects, of each what `write_members` writes.
template <typename List, typename WriteMembers>
void write_list(store::JsonWriter& json, const char* key, const List& list,
                WriteMembers write_members) {
  json.key(key);
  json.open_array();
  for (const auto& each : list) {
    json.open_object();
    write_members(each);
    json.close_object();
  }
  json.close_array();
}

void write_people(store::JsonWriter& json, const char* key,
                  const std::vector<Profile::Count>& people) {
  write_list(json, key, people, [&](const Profile::Count& each) {
    write_person(json, each.person);
    write_number(json, "count", each.count);
  });
}

void write_kinds_and_acts(store::JsonWriter& json, const Profile& profile) {
  json.key("kinds");
  json.open_object();
  for (std::size_t k = 0; k < profile.kinds.size(); ++k)
    write_number(json, quoth::name(static_cast<Quotation::Kind>(k)), profile.kinds[k]);
  json.close_object();
  json.key("acts");
  json.open_object();
  for (std::size_t k = 0; k < profile.acts.size(); ++k)
    write_number(json, quoth::name(static_cast<Quotation::Act>(k)), profile.acts[k]);
  json.close_object();
}

void write_graph(store::JsonWriter& json, const Profile& profile) {
  json.key("graph");
  json.open_object();
  write_list(json, "nodes", profile.nodes, [&](const Profile::Node& node) {
    write_number(json, "identity", static_cast<std::uint64_t>(node.identity));
    json.member("name", node.name);
    write_number(json, "quotations", node.quotations);
  });
  write_list(json, "edges", profile.edges, [&](const Profile::Edge& edge) {
    write_number(json, "from", static_cast<std::uint64_t>(edge.from));
    write_number(json, "to", static_cast<std::uint64_t>(edge.to));
    write_number(json, "count", edge.count);
  });
  json.close_object();
}

}  // namespace

std::string to_json(const Profile& profile, OffsetUnit unit) {
  std::string text;
  store::JsonWriter json(text);
  json.open_object();
  write_person(json, profile.person);
  write_or_null(json, "kb", profile.kb);
  write_list(json, "aliases", profile.aliases, [&](const Profile::Alias& alias) {
    json.member("name", alias.name);
    write_number(json, "documents", alias.documents);
  });
  write_number(json, "quotations", profile.quotations);
  write_number(json, "counted", profile.counted);
  write_day(json, "first_day", profile.first_day);
  write_day(json, "last_day", profile.last_day);
  write_kinds_and_acts(json, profile);
  write_list(json, "timeline", profile.timeline, [&](const Profile::Month& month) {
    json.member("month", month.month);
    write_number(json, "count", month.count);
  });
  write_people(json, "about", profile.about);
  write_people(json, "to", profile.to);
  write_people(json, "with", profile.with);
  write_people(json, "about_them", profile.about_them);
  write_graph(json, profile);
  write_list(json, "contradictions", profile.contradictions, [&](const Profile::Pair& pair) {
    json.key("a");
    write(json, pair.a, unit);
    json.key("b");
    write(json, pair.b, unit);
    json.member("why", pair.why);
  });
  json.key("latest");
  json.open_array();
  for (const Hit& hit : profile.latest) write(json, hit, unit);
  json.close_array();
  json.close_object();
  return text;
}

}  // namespace quoth::search
