#include "server/host_names.h"

#include <algorithm>

#include "server/ascii.h"

namespace quoth::server {
namespace {

constexpr std::size_t longest_name = 253;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_of_name(char c) noexcept {
  c = lower(c);
  return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_';
}

bool is_of_address(char c) noexcept {
  c = lower(c);
  return is_digit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
}

bool is_port(std::string_view text) noexcept {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

std::optional<std::string> host_name_of(std::string_view authority) {
  std::string_view name = authority;
  std::string_view port;
  if (!name.empty() && name.front() == '[') {
    const std::size_t end = name.find(']');
    if (end == std::string_view::npos) return {};
    port = name.substr(end + 1);
    name = name.substr(0, end + 1);
    const std::string_view address = name.substr(1, end - 1);
    if (address.empty() || !std::all_of(address.begin(), address.end(), is_of_address)) return {};
  } else {
    const std::size_t colon = std::min(name.find(':'), name.size());
    port = name.substr(colon);
    name = name.substr(0, colon);
    if (!name.empty() && name.back() == '.') name.remove_suffix(1);
    if (name.empty() || name.size() > longest_name) return {};
    if (!std::all_of(name.begin(), name.end(), is_of_name)) return {};
  }
  if (!port.empty() && (port.front() != ':' || !is_port(port.substr(1)))) return {};
  return lowered(name);
}

HostNames::HostNames(std::string_view bound, const std::vector<std::string>& more)
    : names_{"localhost", "127.0.0.1", "[::1]"} {
  const bool is_version_6 = bound.find(':') != std::string_view::npos;
  names_.emplace_back(bound);
  if (is_version_6) names_.back().insert(0, 1, '[').push_back(']');
  for (const std::string& name : more) {
    if (auto known = host_name_of(name)) names_.push_back(*std::move(known));
  }
}

bool HostNames::allow(std::string_view authority) const {
  const auto name = host_name_of(authority);
  return name && std::find(names_.begin(), names_.end(), *name) != names_.end();
}

}  // namespace quoth::server
