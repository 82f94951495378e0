#include "server/json_body.h"

#include <simdjson.h>

#include <algorithm>

namespace quoth::server {
namespace {

namespace dom = simdjson::dom;

// A body of 16 MiB needs many times that in the parser: it goes with the request.
constexpr std::size_t kept_capacity = std::size_t{1} << 20U;

}  // namespace

std::optional<JsonBody> JsonBody::read(std::string_view body,
                                       std::span<const std::string_view> names,
                                       std::string& fault) {
  thread_local dom::parser kept;
  dom::parser passing;
  dom::parser& parser = body.size() > kept_capacity ? passing : kept;
  dom::object object;
  const auto error = parser.parse(body.data(), body.size()).get(object);
  if (error != simdjson::SUCCESS) {
    fault = std::string("the body is no JSON object: ") + simdjson::error_message(error);
    return {};
  }
  JsonBody read;
  for (const auto field : object) {
    const std::string name(field.key);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      fault = "the body has a field that is not known here";
      return {};
    }
    if (field.value.is_null()) continue;
    std::string_view text;
    if (field.value.get(text) != simdjson::SUCCESS) {
      fault = "the body's " + name + " is no text";
      return {};
    }
    if (!read.fields_.emplace(name, text).second) {
      fault = "the body has " + name + " twice";
      return {};
    }
  }
  return read;
}

std::optional<std::string> JsonBody::find(std::string_view name) const {
  const auto found = fields_.find(name);
  if (found == fields_.end()) return {};
  return found->second;
}

}  // namespace quoth::server
