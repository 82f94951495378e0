#include "server/origin.h"

namespace quoth::server {
namespace {

bool names(std::string_view origin, std::string_view authority) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.substr(0, scheme.size()) == scheme) return origin.substr(scheme.size()) == authority;
  }
  return false;
}

}  // namespace

bool is_of_own_origin(const RequestHead& head, std::string_view authority) {
  if (head.count("origin") > 1 || head.count("sec-fetch-site") > 1) return false;
  const std::string* site = head.find("sec-fetch-site");
  if (site != nullptr && *site != "same-origin" && *site != "none") return false;
  const std::string* origin = head.find("origin");
  return origin == nullptr || names(*origin, authority);
}

}  // namespace quoth::server
