#include "database/json_column.h"

#include <simdjson.h>

#include "store/json_writer.h"

namespace quoth::database {

std::optional<std::string> json_list(const std::vector<std::string>& texts) {
  if (texts.empty()) return {};
  std::string out;
  store::JsonWriter json(out);
  json.open_array();
  for (const std::string& text : texts) json.string(text);
  json.close_array();
  return out;
}

std::optional<std::vector<std::string>> texts_of(std::string_view json) {
  std::vector<std::string> texts;
  if (json.empty()) return texts;
  simdjson::dom::parser parser;
  simdjson::dom::array array;
  if (parser.parse(json.data(), json.size()).get(array) != simdjson::SUCCESS) return {};
  for (const auto element : array) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) return {};
    texts.emplace_back(text);
  }
  return texts;
}

std::optional<std::string> json_object(
    const std::vector<std::pair<std::string, std::string>>& members) {
  if (members.empty()) return {};
  std::string out;
  store::JsonWriter json(out);
  json.open_object();
  for (const auto& [name, value] : members) {
    json.key(name);
    json.raw(value);
  }
  json.close_object();
  return out;
}

std::optional<std::vector<std::pair<std::string, std::string>>> members_of(std::string_view json) {
  std::vector<std::pair<std::string, std::string>> members;
  if (json.empty()) return members;
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS) return {};
  for (const auto& [name, value] : object)
    members.emplace_back(std::string(name), simdjson::minify(value));
  return members;
}

}  // namespace quoth::database
