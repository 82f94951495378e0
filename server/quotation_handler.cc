#include "search/hit_json.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_quotation(const Call& call) {
  const auto hit = call.reader->hits().read(call.number);
  if (!hit) return not_found("the record has no quotation of this number");
  return json_response(to_json(*hit, call.offsets));
}

}  // namespace quoth::server
