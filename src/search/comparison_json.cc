#include "search/comparison_json.h"

namespace quoth::search {
namespace {

void write(store::JsonWriter& json, const Rendering& rendering) {
  json.open_object();
  json.key("id");
  rendering.id ? json.number(static_cast<std::uint64_t>(*rendering.id)) : json.null();
  json.member("text", rendering.text);
  json.close_object();
}

void write(store::JsonWriter& json, const std::vector<variants::DifferenceClass>& classes) {
  json.open_array();
  for (const variants::DifferenceClass one : classes) json.string(variants::name(one));
  json.close_array();
}

}  // namespace

void write(store::JsonWriter& json, const Comparison& comparison) {
  json.open_object();
  json.key("a");
  write(json, comparison.a);
  json.key("b");
  write(json, comparison.b);
  json.member("severity", variants::name(comparison.severity));
  json.key("classes");
  write(json, comparison.classes);
  json.member("remark", remark(comparison.severity));
  json.key("edits");
  json.open_array();
  for (const ComparedEdit& edit : comparison.edits) {
    json.open_object();
    json.member("kind", name(edit.kind));
    json.member("a", edit.a);
    json.member("b", edit.b);
    json.key("classes");
    write(json, edit.classes);
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

std::string to_json(const Comparison& comparison) {
  std::string text;
  store::JsonWriter json(text);
  write(json, comparison);
  return text;
}

}  // namespace quoth::search
