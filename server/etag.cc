#include "server/etag.h"

#include <span>

#include "base/sha256.h"

namespace quoth::server {
namespace {

constexpr std::string_view weak = "W/";
// 96 bits: more than enough to tell answers of one address apart.
constexpr std::size_t digits = 24;

std::string_view opaque(std::string_view tag) noexcept {
  return tag.substr(0, weak.size()) == weak ? tag.substr(weak.size()) : tag;
}

}  // namespace

std::string etag_of(std::string_view what) {
  const auto hash = base::sha256(std::as_bytes(std::span(what.data(), what.size())));
  return std::string("W/\"").append(base::hexadecimal(hash), 0, digits).append("\"");
}

bool matches(std::string_view if_none_match, std::string_view etag) noexcept {
  const std::string_view wanted = opaque(etag);
  while (!if_none_match.empty()) {
    const std::size_t first = if_none_match.find_first_not_of(" \t,");
    if (first == std::string_view::npos) return false;
    if_none_match.remove_prefix(first);
    if (if_none_match.front() == '*') return true;
    std::string_view tag = opaque(if_none_match);
    const std::size_t close =
        tag.empty() || tag.front() != '"' ? std::string_view::npos : tag.find('"', 1);
    if (close == std::string_view::npos) return false;
    if (tag.substr(0, close + 1) == wanted) return true;
    if_none_match = tag.substr(close + 1);
  }
  return false;
}

}  // namespace quoth::server
