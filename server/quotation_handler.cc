#include "search/hit_json.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_quotation(const Call& call) {
  const auto unit = offset_unit_of(call.query);
  if (!unit) return invalid_parameter("offsets is codepoint, utf16 or byte");
  const auto id = number_of(call.captured.front());
  const auto hit = id ? call.reader->hits().read(*id) : std::nullopt;
  if (!hit) return not_found("the record has no quotation of this number");
  return json_response(to_json(*hit, *unit));
}

}  // namespace quoth::server
