#include "search/article.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_article(const Call& call) {
  const auto article = call.reader->articles().read(call.number);
  if (!article) return not_found("the record has no article of this number");
  return json_response(to_json(*article, call.offsets));
}

}  // namespace quoth::server
