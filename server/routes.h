#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/call.h"

namespace quoth::server {

/// What a route needs to be answered.
enum class Lane : std::uint8_t {
  record,   ///< One of the threads that read the record.
  engine,   ///< One of the few places for extraction.
  writing,  ///< The thread that writes what needs no extraction.
};

/// One operation of the API.
struct Route {
  std::string_view method;      ///< "GET" (serves HEAD too) or "POST".
  std::string_view path;        ///< "/api/v1/articles/{version}": {…} is a number from 1 on.
  std::string_view parameters;  ///< Names that may stand in the query, a space between two.
  Lane lane = Lane::record;
  bool needs_token = false;
  bool is_private = false;  ///< The answer must be kept nowhere.
  std::size_t most_body_bytes = 0;
  Response (*answer)(const Call&) = nullptr;
};

std::span<const Route> routes() noexcept;

/// What a path comes to.
struct Match {
  const Route* route = nullptr;  ///< Null: there is nothing at the path, or not for this method.
  std::string allowed;      ///< "GET, HEAD, OPTIONS": what there is at the path; empty: nothing.
  std::int64_t number = 0;  ///< What stands for the route's {…}; 0: it has none.
};

Match match(std::string_view method, const std::vector<std::string>& segments);

/// Whether the route knows a parameter of that name.
bool knows_parameter(const Route& route, std::string_view name) noexcept;

}  // namespace quoth::server
