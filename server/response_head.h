#pragma once

#include <ctime>
#include <string>

#include "server/response.h"

namespace quoth::server {

/// Whether a connection stays open after an answer.
enum class After { keep_alive, close };

/// The answer's status line and fields, to the empty line. `minor_version` is the request's.
std::string head_of(const Response& response, int minor_version, After after, std::time_t now);

}  // namespace quoth::server
