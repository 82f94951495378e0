#include "search/family.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_family(const Call& call) {
  const auto unit = offset_unit_of(call.query);
  if (!unit) return invalid_parameter("offsets is codepoint, utf16 or byte");
  const auto id = number_of(call.captured.front());
  const auto family = id ? call.reader->families().read(*id) : std::nullopt;
  if (!family) return not_found("the record has no family of renderings of this number");
  return json_response(to_json(*family, *unit));
}

}  // namespace quoth::server
