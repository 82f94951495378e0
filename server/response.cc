#include "server/response.h"

#include <array>
#include <utility>

namespace quoth::server {

std::string_view reason_of(unsigned status) noexcept {
  static constexpr std::array<std::pair<unsigned, std::string_view>, 20> reasons{
      {{200, "OK"},
       {201, "Created"},
       {204, "No Content"},
       {304, "Not Modified"},
       {400, "Bad Request"},
       {401, "Unauthorized"},
       {403, "Forbidden"},
       {404, "Not Found"},
       {405, "Method Not Allowed"},
       {408, "Request Timeout"},
       {409, "Conflict"},
       {413, "Content Too Large"},
       {415, "Unsupported Media Type"},
       {417, "Expectation Failed"},
       {421, "Misdirected Request"},
       {431, "Request Header Fields Too Large"},
       {500, "Internal Server Error"},
       {501, "Not Implemented"},
       {503, "Service Unavailable"},
       {505, "HTTP Version Not Supported"}}};
  for (const auto& [number, reason] : reasons) {
    if (number == status) return reason;
  }
  return "";
}

Response json_response(std::string body) {
  Response response;
  response.set("Content-Type", "application/json");
  response.body = std::move(body);
  return response;
}

}  // namespace quoth::server
