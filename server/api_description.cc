#include "server/api_description.h"

#include "server/etag.h"

namespace quoth::server {

Response api_description(const RequestHead& head) {
  static const std::string etag = etag_of(api_description_text());
  Response response;
  response.set("Content-Type", "application/yaml");
  response.set("Cache-Control", "no-cache");
  response.set("ETag", etag);
  const std::string* known = head.find("if-none-match");
  if (known != nullptr && matches(*known, etag)) {
    response.status = 304;
  } else {
    response.body = std::string(api_description_text());
  }
  return response;
}

}  // namespace quoth::server
