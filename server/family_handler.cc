#include "search/family.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_family(const Call& call) {
  const auto family = call.reader->families().read(call.number);
  if (!family) return not_found("the record has no family of renderings of this number");
  return json_response(to_json(*family, call.offsets));
}

}  // namespace quoth::server
