#include "search/profile.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_person(const Call& call) {
  const auto profile = search::profile_of(call.reader->connection(), call.number);
  if (!profile) return problem_of(profile.error(), call.record);
  return json_response(to_json(*profile, call.offsets));
}

}  // namespace quoth::server
