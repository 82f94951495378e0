#include "server/handlers.h"
#include "server/statistics_cache.h"

namespace quoth::server {

Response get_stats(const Call& call) {
  Response response = json_response(call.statistics->json(call.reader->connection()));
  response.set("Cache-Control", "max-age=5");
  return response;
}

}  // namespace quoth::server
