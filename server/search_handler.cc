#include "search/answer.h"
#include "search/searcher.h"
#include "server/handlers.h"
#include "server/problem.h"

namespace quoth::server {
namespace {

constexpr std::size_t usual_hits = 20;
constexpr std::size_t most_hits = 100;

/// Where a parameter names something of a closed list: false, it names nothing there is.
template <typename Value, typename Named>
bool take_named(const std::string& text, Named named, Value& value) {
  if (text.empty()) return true;
  const auto found = named(text);
  if (found) value = *found;
  return found.has_value();
}

}  // namespace

Response get_search(const Call& call) {
  const QueryString& given = call.query;
  search::Query query;
  query.words = given.value("q");
  query.speaker = given.value("speaker");
  query.about = given.value("about");
  query.addressee = given.value("to");
  query.outlet = given.value("outlet");
  query.since = given.value("since");
  query.until = given.value("until");
  query.cursor = given.value("cursor");
  if (!take_named(given.value("act"), search::act_named, query.act))
    return invalid_parameter("act is say, write, ask, believe, feel, want, decide or show");
  if (!take_named(given.value("kind"), search::kind_named, query.kind))
    return invalid_parameter("kind is direct, indirect or mixed");
  if (!take_named(given.value("sort"), search::sort_named, query.sort))
    return invalid_parameter("sort is newest, relevance or mentions");
  const auto limit = count_of(given, "limit", usual_hits, 1, most_hits);
  if (!limit) return invalid_parameter("limit is a whole number from 1 to 100");
  query.limit = *limit;
  const auto answer = call.reader->searcher().search(query);
  if (!answer) return problem_of(answer.error(), call.record);
  return json_response(to_json(*answer, call.offsets));
}

}  // namespace quoth::server
