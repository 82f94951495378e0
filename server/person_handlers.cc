#include <array>
#include <utility>

#include "database/hand_decisions.h"
#include "database/record_file.h"
#include "server/handlers.h"
#include "server/json_body.h"
#include "server/problem.h"
#include "store/json_writer.h"

namespace quoth::server {
namespace {

/// The body's only field, a text that must be there.
std::optional<std::string> only_field(const std::string& body, std::string_view name,
                                      Response& refusal) {
  const std::array<std::string_view, 1> names{name};
  std::string fault;
  const auto json = JsonBody::read(body, names, fault);
  if (json && json->value(name).empty()) fault = "the body has no " + std::string(name);
  if (fault.empty()) return json->value(name);
  refusal = problem(400, "invalid_body", "Invalid body", fault);
  return {};
}

Response identity_response(std::int64_t identity) {
  std::string body;
  store::JsonWriter json(body);
  json.open_object();
  json.key("identity");
  json.number(static_cast<std::uint64_t>(identity));
  json.close_object();
  return json_response(std::move(body));
}

/// Runs `decide(connection)`, which gives an identity, with the record's lock held.
template <typename Decide>
Response decided(const Call& call, Decide decide) {
  const std::lock_guard writing(*call.writing);
  auto file = database::RecordFile::open_for_writing(call.record, false);
  if (!file) return problem_of(file.error(), call.record);
  const Result<std::int64_t> identity = decide(file->connection());
  if (!identity) return problem_of(identity.error(), call.record);
  return identity_response(*identity);
}

/// The identity of that number or, if only one has it, name.
Result<std::int64_t> only(database::Connection& connection, const std::string& who) {
  const auto found = database::find_identities(connection, who, 2);
  if (connection.error()) return *connection.error();
  if (found.size() == 1) return found.front().id;
  return Error{ErrorCode::not_in_record, found.empty()
                                             ? "there is nobody of that name or number"
                                             : "there are several of that name: give a number"};
}

}  // namespace

Response merge_person(const Call& call) {
  Response refusal;
  const auto into = only_field(call.body, "into", refusal);
  if (!into) return refusal;
  return decided(call, [&](database::Connection& connection) -> Result<std::int64_t> {
    const auto target = only(connection, *into);
    if (!target) return target;
    if (const auto error = database::merge_identities(connection, call.number, *target))
      return *error;
    return target;
  });
}

Response split_person(const Call& call) {
  Response refusal;
  const auto part = only_field(call.body, "part", refusal);
  if (!part) return refusal;
  return decided(call, [&](database::Connection& connection) {
    return database::split_identity(connection, call.number, *part);
  });
}

}  // namespace quoth::server
