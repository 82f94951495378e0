#pragma once

#include <string>
#include <string_view>

#include "quoth/result.h"
#include "server/response.h"

namespace quoth::server {

/// An answer that tells what went wrong (RFC 9457). `code`, for programs, is one word: "not_found"; `detail`, for people, says what
/// to do about it. docs/server.md lists the codes.
Response problem(unsigned status, std::string_view code, std::string_view title,
                 std::string_view detail);

/// The same of what the library gives. The path of the record is left out; what is nobody's business (500) tells no detail.
Response problem_of(const Error& error, std::string_view record_path);

Response not_found(std::string_view detail);
Response invalid_parameter(std::string_view detail);
Response busy(std::string_view code, std::string_view detail);

}  // namespace quoth::server
