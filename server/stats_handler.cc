#include "database/statistics.h"
#include "server/handlers.h"
#include "store/json_writer.h"

namespace quoth::server {

Response get_stats(const Call& call) {
  std::string body;
  store::JsonWriter json(body);
  json.open_object();
  for (const database::Statistic& statistic : database::statistics(call.reader->connection())) {
    json.key(statistic.name);
    statistic.text.empty() ? json.number(static_cast<std::uint64_t>(statistic.number))
                           : json.string(statistic.text);
  }
  json.close_object();
  return json_response(std::move(body));
}

}  // namespace quoth::server
