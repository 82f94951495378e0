#include "server/target.h"

#include <algorithm>
#include <utility>

#include "server/percent.h"

namespace quoth::server {
namespace {

constexpr std::size_t most_segments = 16;

/// What may stand in an address unescaped, and a few more that browsers leave as they are.
bool is_plain(char c) noexcept { return c > ' ' && c < 0x7F && c != '#' && c != '\\'; }

bool is_harmless(std::string_view segment) noexcept {
  return segment != "." && segment != ".." &&
         segment.find_first_of("/\\\t\n\r") == std::string_view::npos;
}

std::optional<std::vector<std::string>> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  path.remove_prefix(1);
  if (path.empty()) return segments;
  for (;;) {
    const std::size_t end = path.find('/');
    auto segment = percent_decoded(path.substr(0, end), Plus::itself);
    const bool is_last = end == std::string_view::npos;
    if (!segment || !is_harmless(*segment) || (segment->empty() && !is_last)) return {};
    if (segments.size() == most_segments) return {};
    segments.push_back(*std::move(segment));
    if (is_last) return segments;
    path.remove_prefix(end + 1);
  }
}

/// Takes "http://authority" off.
std::optional<std::string> take_authority(std::string_view& text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (text.substr(0, scheme.size()) != scheme) continue;
    const std::string_view rest = text.substr(scheme.size());
    const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
    text = rest.substr(end);
    return std::string(rest.substr(0, end));
  }
  return {};
}

}  // namespace

std::optional<Target> Target::parse(std::string_view text) {
  Target target;
  if (text == "*") {
    target.is_asterisk = true;
    return target;
  }
  if (!std::all_of(text.begin(), text.end(), is_plain)) return {};
  target.authority = take_authority(text);
  const std::size_t question = text.find('?');
  std::string_view path = text.substr(0, question);
  if (target.authority && path.empty()) path = "/";
  if (path.empty() || path.front() != '/') return {};
  auto segments = segments_of(path);
  auto query = QueryString::parse(question == std::string_view::npos ? std::string_view()
                                                                     : text.substr(question + 1));
  if (!segments || !query) return {};
  target.segments = *std::move(segments);
  target.query = *std::move(query);
  return target;
}

}  // namespace quoth::server
