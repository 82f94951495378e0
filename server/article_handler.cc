#include "search/article.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_article(const Call& call) {
  const auto unit = offset_unit_of(call.query);
  if (!unit) return invalid_parameter("offsets is codepoint, utf16 or byte");
  const auto version = number_of(call.captured.front());
  const auto article = version ? call.reader->articles().read(*version) : std::nullopt;
  if (!article) return not_found("the record has no article of this number");
  return json_response(to_json(*article, *unit));
}

}  // namespace quoth::server
