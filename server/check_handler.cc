#include <array>
#include <utility>

#include "search/check_json.h"
#include "search/checker.h"
#include "server/handlers.h"
#include "server/json_body.h"
#include "server/problem.h"

namespace quoth::server {
namespace {

constexpr std::array<std::string_view, 3> fields{"text", "by", "before"};

Response check(const Call& call, const search::Claim& claim) {
  const auto finding = call.reader->checker().check(claim);
  if (!finding) return problem_of(finding.error(), call.record);
  return json_response(to_json(*finding, call.offsets));
}

}  // namespace

Response get_check(const Call& call) {
  return check(call,
               {call.query.value("text"), call.query.value("by"), call.query.value("before")});
}

Response post_check(const Call& call) {
  std::string fault;
  const auto body = JsonBody::read(call.body, fields, fault);
  if (!body) return problem(400, "invalid_body", "Invalid body", fault);
  return check(call, {body->value("text"), body->value("by"), body->value("before")});
}

}  // namespace quoth::server
