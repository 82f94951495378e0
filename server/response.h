#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/request.h"

namespace quoth::server {

/// An answer. Its length, date and connection are the listener's affair.
struct Response {
  unsigned status = 200;
  std::vector<HeaderField> fields;
  std::string body;
  /// What stands for `body` in the answer to HEAD, which has none: its length.
  bool is_head_only = false;
  /// Something in front of the connection's next request cannot be trusted: close it.
  bool must_close = false;

  void set(std::string_view name, std::string value) {
    fields.push_back({std::string(name), std::move(value)});
  }
};

/// "Not Found"; "" for a status that is never used here.
std::string_view reason_of(unsigned status) noexcept;

/// 200 with JSON.
Response json_response(std::string body);

}  // namespace quoth::server
