#include "search/comparison.h"
#include "search/comparison_json.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {

Response get_diff(const Call& call) {
  const auto a = number_of(call.query.value("a"));
  const auto b = number_of(call.query.value("b"));
  if (!a || !b) return invalid_parameter("a and b are the numbers of two quotations");
  const auto one = call.reader->hits().read(*a);
  const auto other = call.reader->hits().read(*b);
  if (!one || !other) return not_found("the record has no quotation of one of these numbers");
  const auto comparison = search::compare(search::rendering_of(*one), search::rendering_of(*other));
  if (!comparison) return not_found("one of the two has no words to compare");
  return json_response(to_json(*comparison));
}

}  // namespace quoth::server
