#pragma once

#include "server/call.h"

// One function a route of routes.cc; each lies in the file of its noun. What they answer docs/api/openapi.yaml says.

namespace quoth::server {

Response get_search(const Call& call);
Response get_quotation(const Call& call);
Response get_people(const Call& call);
Response get_person(const Call& call);
Response get_article(const Call& call);
Response get_family(const Call& call);
Response get_diff(const Call& call);
Response get_check(const Call& call);
Response post_check(const Call& call);
Response get_stats(const Call& call);
Response post_extract(const Call& call);
Response post_document(const Call& call);
Response merge_person(const Call& call);
Response split_person(const Call& call);

}  // namespace quoth::server
