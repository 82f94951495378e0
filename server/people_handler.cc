#include "search/answer.h"
#include "search/people.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {
namespace {

constexpr std::size_t usual_people = 10;
constexpr std::size_t most_people = 50;

}  // namespace

Response get_people(const Call& call) {
  const auto limit = count_of(call.query, "limit", usual_people, 1, most_people);
  if (!limit) return invalid_parameter("limit is a whole number from 1 to 50");
  return json_response(to_json(call.reader->people().suggest(call.query.value("q"), *limit)));
}

}  // namespace quoth::server
