#pragma once

#include <string_view>

#include "server/request.h"
#include "server/response.h"

namespace quoth::server {

/// docs/api/openapi.yaml, as it lies in the program. Lives for ever.
std::string_view api_description_text() noexcept;

/// The answer to /api/v1/openapi.yaml.
Response api_description(const RequestHead& head);

}  // namespace quoth::server
