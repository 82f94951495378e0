#include "server/problem.h"

#include <utility>

#include "store/json_writer.h"

namespace quoth::server {
namespace {

/// What the library's codes are over HTTP; all others are 500.
struct Meaning {
  ErrorCode code;
  unsigned status;
  std::string_view title;
};
constexpr Meaning meanings[] = {
    {ErrorCode::invalid_utf8, 400, "Not UTF-8"},
    {ErrorCode::document_too_large, 413, "Text too large"},
    {ErrorCode::invalid_option, 400, "Invalid value"},
    {ErrorCode::invalid_json, 400, "Not JSON"},
    {ErrorCode::record_busy, 503, "The record is busy"},
    {ErrorCode::not_in_record, 404, "Not in the record"},
    {ErrorCode::query_malformed, 400, "Malformed query"},
    {ErrorCode::person_unknown, 404, "Nobody of that name"},
    {ErrorCode::person_ambiguous, 409, "Several of that name"},
    {ErrorCode::claim_empty, 400, "Nothing to check"},
    {ErrorCode::claim_too_long, 400, "Too long to check"},
};

std::string_view without_path(std::string_view message, std::string_view path) {
  if (message.substr(0, path.size()) != path) return message;
  message.remove_prefix(path.size());
  return message.substr(0, 2) == ": " ? message.substr(2) : message;
}

}  // namespace

Response problem(unsigned status, std::string_view code, std::string_view title,
                 std::string_view detail) {
  Response response;
  response.status = status;
  response.set("Content-Type", "application/problem+json");
  store::JsonWriter json(response.body);
  json.open_object();
  json.member("type", std::string("/problems/").append(code));
  json.member("title", title);
  json.key("status");
  json.number(status);
  json.member("detail", detail);
  json.member("code", code);
  json.close_object();
  return response;
}

Response problem_of(const Error& error, std::string_view record_path) {
  for (const Meaning& meaning : meanings) {
    if (meaning.code != error.code) continue;
    Response response = problem(meaning.status, name(error.code), meaning.title,
                                without_path(error.message, record_path));
    if (meaning.status == 503) response.set("Retry-After", "1");
    return response;
  }
  return problem(500, "internal_error", "Something went wrong here",
                 "the server's own log tells more");
}

Response not_found(std::string_view detail) {
  return problem(404, "not_found", "Not found", detail);
}

Response invalid_parameter(std::string_view detail) {
  return problem(400, "invalid_parameter", "Invalid parameter", detail);
}

Response busy(std::string_view code, std::string_view detail) {
  Response response = problem(503, code, "Busy", detail);
  response.set("Retry-After", "1");
  return response;
}

}  // namespace quoth::server
