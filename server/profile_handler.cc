#include "search/profile.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_person(const Call& call) {
  const auto unit = offset_unit_of(call.query);
  if (!unit) return invalid_parameter("offsets is codepoint, utf16 or byte");
  const auto identity = number_of(call.captured.front());
  if (!identity) return not_found("a person's number is a whole number from 1 on");
  const auto profile = search::profile_of(call.reader->connection(), *identity);
  if (!profile) return problem_of(profile.error(), call.record);
  return json_response(to_json(*profile, *unit));
}

}  // namespace quoth::server
