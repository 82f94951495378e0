#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/query_string.h"

namespace quoth::server {

/// What a request's first line asks for.
///
///     /api/v1/search?q=a%20b           segments api, v1, search; query q → "a b"
///     http://localhost:80/person/7     the same of a proxy's form: authority "localhost:80"
///     *                                is_asterisk, of OPTIONS
struct Target {
  std::vector<std::string>
      segments;  ///< Decoded; none of "/". The last one is empty after a slash at the end.
  QueryString query;
  std::optional<std::string> authority;
  bool is_asterisk = false;

  /// Nothing where it is none of these forms, or a segment is "." or "..", empty within the path, or holds a slash, a
  /// backslash or a control character, plain or escaped: there is no such thing here, and who sends it means harm.
  static std::optional<Target> parse(std::string_view text);
};

}  // namespace quoth::server
