#include "search/comparison_json.h"
#include "search/family.h"
#include "search/hit_json.h"
#include "store/json_writer.h"

namespace quoth::search {
namespace {

void number(store::JsonWriter& json, std::string_view key, std::uint64_t value) {
  json.key(key);
  json.number(value);
}

}  // namespace

std::string to_json(const Family& family, OffsetUnit offsets) {
  std::string text;
  store::JsonWriter json(text);
  json.open_object();
  number(json, "id", static_cast<std::uint64_t>(family.id));
  number(json, "head", static_cast<std::uint64_t>(family.head));
  number(json, "first", static_cast<std::uint64_t>(family.first));
  number(json, "publishers", family.publishers);
  number(json, "exact", family.exact);
  number(json, "altered", family.altered);
  json.key("members");
  json.open_array();
  for (const Family::Member& member : family.members) {
    json.open_object();
    json.key("hit");
    write(json, member.hit, offsets);
    json.key("comparison");
    member.comparison ? write(json, *member.comparison) : json.null();
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return text;
}

}  // namespace quoth::search
