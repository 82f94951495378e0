#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::server {

/// The name of a Host field, in lower case, its port and the dot at its end left out: "[::1]:8573" is "[::1]". Nothing where
/// that is malformed.
std::optional<std::string> host_name_of(std::string_view authority);

/// The names under which a server lets itself be called. A page of another origin whose name was bent to our address
/// (DNS rebinding) gives itself away by its name in Host.
class HostNames {
 public:
  /// `bound`: the address listened on, "127.0.0.1" or "::1"; `more`: names that are fine too.
  HostNames(std::string_view bound, const std::vector<std::string>& more);

  bool allow(std::string_view authority) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace quoth::server
