#include "kb/item_json.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "kb/wikidata_types.h"

namespace quoth::kb {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::uint64_t most_weight = 1'000'000;  // Sums stay far from overflowing.

Error invalid(const std::string& what) { return {ErrorCode::invalid_json, what}; }

/// The string at a path such as "/labels/en/value"; empty where there is none.
std::string_view text_at(element value, std::string_view path) {
  std::string_view text;
  if (value.at_pointer(path).get(text) != simdjson::SUCCESS) return {};
  return text;
}

/// Calls `visit` with each string of an array, or with the only one.
template <typename Visit>
void for_each_text(simdjson::simdjson_result<element> values, Visit visit) {
  simdjson::dom::array list;
  std::string_view text;
  if (values.get(text) == simdjson::SUCCESS) {
    visit(text);
  } else if (values.get(list) == simdjson::SUCCESS) {
    for (const element value : list) {
      if (value.get(text) == simdjson::SUCCESS) visit(text);
    }
  }
}

Result<std::optional<Item>> finished(Item item) {
  if (const auto wrong = tidy(item)) return invalid(*wrong);
  return std::optional<Item>(std::move(item));
}

Result<std::optional<Item>> read_plain(element line) {
  Item item;
  item.id = text_at(line, "/id");
  item.name = text_at(line, "/name");
  item.description = text_at(line, "/description");
  item.title = text_at(line, "/title");
  for_each_text(line["aliases"], [&](std::string_view alias) { item.aliases.emplace_back(alias); });
  for_each_text(line["types"], [&](std::string_view type) { item.types |= type_of(type); });
  item.start_year = year_of(text_at(line, "/dates/start"));
  item.end_year = year_of(text_at(line, "/dates/end"));
  std::uint64_t weight = 1;
  if (line["weight"].get(weight) == simdjson::SUCCESS) {
    item.weight = static_cast<std::uint32_t>(std::clamp(weight, std::uint64_t{1}, most_weight));
  }
  return finished(std::move(item));
}

/// The year of the first statement of a property that has one.
std::optional<int> claimed_year(element entity, std::string_view property) {
  simdjson::dom::array claims;
  if (entity["claims"][property].get(claims) != simdjson::SUCCESS) return {};
  for (const element claim : claims) {
    if (text_at(claim, "/rank") == "deprecated") continue;
    if (const auto year = year_of(text_at(claim, "/mainsnak/datavalue/value/time"))) return year;
  }
  return {};
}

WikidataClass classes_of(element entity) {
  WikidataClass all;
  simdjson::dom::array claims;
  if (entity["claims"]["P31"].get(claims) != simdjson::SUCCESS) return all;
  for (const element claim : claims) {
    if (text_at(claim, "/rank") == "deprecated") continue;
    const WikidataClass one = wikidata_class(text_at(claim, "/mainsnak/datavalue/value/id"));
    all.types |= one.types;
    all.is_left_out = all.is_left_out || one.is_left_out;
  }
  return all;
}

/// How many wikis have an article: how well known the item is.
std::uint32_t articles(element entity) {
  object links;
  if (entity["sitelinks"].get(links) != simdjson::SUCCESS) return 0;
  return static_cast<std::uint32_t>(links.size());
}

Result<std::optional<Item>> read_entity(element entity) {
  const std::string_view type = text_at(entity, "/type");
  if (!type.empty() && type != "item") return std::optional<Item>();
  Item item;
  item.id = text_at(entity, "/id");
  if (item.id.empty()) return invalid("no id");
  item.name = text_at(entity, "/labels/en/value");
  // Labels that all languages share are under "mul" alone.
  if (item.name.empty()) item.name = text_at(entity, "/labels/mul/value");
  const WikidataClass classes = classes_of(entity);
  item.title = text_at(entity, "/sitelinks/enwiki/title");
  const bool is_wanted = classes.types != 0 || !item.title.empty();
  if (item.name.empty() || classes.is_left_out || !is_wanted) return std::optional<Item>();
  item.types = classes.types != 0 ? classes.types : other;
  item.description = text_at(entity, "/descriptions/en/value");
  for (const char* language : {"en", "mul"}) {
    simdjson::dom::array aliases;
    if (entity["aliases"][language].get(aliases) != simdjson::SUCCESS) continue;
    for (const element alias : aliases) item.aliases.emplace_back(text_at(alias, "/value"));
  }
  const bool is_person = (item.types & person) != 0;
  item.start_year = claimed_year(entity, is_person ? "P569" : "P571");
  item.end_year = claimed_year(entity, is_person ? "P570" : "P576");
  item.weight = std::max(articles(entity), 1U);
  return finished(std::move(item));
}

}  // namespace

struct ItemJson::Impl {
  simdjson::dom::parser parser;
};

ItemJson::ItemJson() : impl_(std::make_unique<Impl>()) {}
ItemJson::ItemJson(ItemJson&&) noexcept = default;
ItemJson& ItemJson::operator=(ItemJson&&) noexcept = default;
ItemJson::~ItemJson() = default;

Result<std::optional<Item>> ItemJson::read(std::string_view json) {
  element root;
  const auto error = impl_->parser.parse(json.data(), json.size()).get(root);
  if (error != simdjson::SUCCESS) return invalid(simdjson::error_message(error));
  if (!root.is_object()) return invalid("no JSON object");
  element labels;
  return root["labels"].get(labels) == simdjson::SUCCESS ? read_entity(root) : read_plain(root);
}

}  // namespace quoth::kb
