#pragma once

#include "server/call.h"

// One function a route of routes.cc; each lies in the file of its noun. What they answer docs/api/openapi.yaml says.

namespace quoth::server {

Response get_stats(const Call& call);
Response post_extract(const Call& call);
Response post_document(const Call& call);
Response merge_person(const Call& call);
Response split_person(const Call& call);

}  // namespace quoth::server
