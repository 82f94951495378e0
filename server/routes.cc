#include "server/routes.h"

#include <algorithm>

#include "server/handlers.h"

// docs/api/openapi.yaml describes each; tests/server/openapi_test.py holds the two together.

namespace quoth::server {
namespace {

constexpr std::size_t few = std::size_t{64} << 10U;  // For a claim, a name.
constexpr std::size_t article = std::size_t{2}
                                << 20U;  // Text as JSON; the longest articles have some 100 kB.

constexpr Route all[] = {
    {.method = "GET",
     .path = "/api/v1/search",
     .parameters = "q speaker about to outlet act kind since until sort limit cursor offsets",
     .answer = get_search},
    {.method = "GET",
     .path = "/api/v1/families/{id}",
     .parameters = "offsets",
     .answer = get_family},
    {.method = "GET", .path = "/api/v1/diff", .parameters = "a b", .answer = get_diff},
    {.method = "GET",
     .path = "/api/v1/quotations/{id}",
     .parameters = "offsets",
     .answer = get_quotation},
    {.method = "GET", .path = "/api/v1/people", .parameters = "q limit", .answer = get_people},
    {.method = "GET",
     .path = "/api/v1/people/{identity}",
     .parameters = "offsets",
     .answer = get_person},
    {.method = "GET",
     .path = "/api/v1/check",
     .parameters = "text by before offsets",
     .is_private = true,
     .answer = get_check},
    {.method = "POST",
     .path = "/api/v1/check",
     .parameters = "offsets",
     .is_private = true,
     .most_body_bytes = few,
     .answer = post_check},
    {.method = "GET",
     .path = "/api/v1/articles/{version}",
     .parameters = "offsets",
     .answer = get_article},
    {.method = "GET",
     .path = "/api/v1/stats",
     .parameters = "",
     .is_private = true,  // It has its own life, and no tag.
     .answer = get_stats},
    {.method = "POST",
     .path = "/api/v1/extract",
     .parameters = "offsets",
     .lane = Lane::engine,
     .is_private = true,
     .most_body_bytes = article,
     .answer = post_extract},
    {.method = "POST",
     .path = "/api/v1/documents",
     .parameters = "",
     .lane = Lane::engine,
     .needs_token = true,
     .is_private = true,
     .most_body_bytes = article,
     .answer = post_document},
    {.method = "POST",
     .path = "/api/v1/people/{identity}/merge",
     .parameters = "",
     .lane = Lane::writing,
     .needs_token = true,
     .is_private = true,
     .most_body_bytes = few,
     .answer = merge_person},
    {.method = "POST",
     .path = "/api/v1/people/{identity}/split",
     .parameters = "",
     .lane = Lane::writing,
     .needs_token = true,
     .is_private = true,
     .most_body_bytes = few,
     .answer = split_person},
};

/// Takes the part before the separator off.
std::string_view take(std::string_view& text, char separator) noexcept {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool fits(std::string_view path, const std::vector<std::string>& segments, std::int64_t& number) {
  number = 0;
  path.remove_prefix(1);
  for (const std::string& segment : segments) {
    if (path.empty()) return false;
    const std::string_view part = take(path, '/');
    if (part.front() == '{') {
      const auto given = number_of(segment);
      if (!given) return false;
      number = *given;
    } else if (part != segment) {
      return false;
    }
  }
  return path.empty();
}

}  // namespace

std::span<const Route> routes() noexcept { return all; }

Match match(std::string_view method, const std::vector<std::string>& segments) {
  Match found;
  std::int64_t number = 0;
  for (const Route& route : all) {
    if (!fits(route.path, segments, number)) continue;
    found.allowed += route.method == "GET" ? "GET, HEAD, " : "POST, ";
    const bool serves = method == route.method || (method == "HEAD" && route.method == "GET");
    if (!serves) continue;
    found.route = &route;
    found.number = number;
  }
  if (!found.allowed.empty()) found.allowed += "OPTIONS";
  return found;
}

bool knows_parameter(const Route& route, std::string_view name) noexcept {
  std::string_view names = route.parameters;
  while (!names.empty()) {
    if (take(names, ' ') == name) return true;
  }
  return false;
}

}  // namespace quoth::server
