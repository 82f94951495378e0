#include "server/accept_encoding.h"

#include <algorithm>

#include "server/ascii.h"

namespace quoth::server {
namespace {

/// Whether parameters hold a weight of nothing: q=0, q=0.0, … A weight that cannot be read counts as nothing too.
bool weighs_nothing(std::string_view parameters) noexcept {
  const std::string_view parameter = trimmed(parameters);
  if (parameter.empty()) return false;
  if (parameter.size() < 3 || !is_word(parameter.substr(0, 2), "q=")) return true;
  const std::string_view weight = parameter.substr(2);
  return (weight.front() != '0' && weight.front() != '1') ||
         (weight.front() == '0' && weight.find_first_not_of("0.") == std::string_view::npos);
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) noexcept {
  bool any = false;
  while (!accept_encoding.empty()) {
    const std::size_t end = accept_encoding.find(',');
    const std::string_view item = accept_encoding.substr(0, end);
    accept_encoding.remove_prefix(end == std::string_view::npos ? accept_encoding.size() : end + 1);
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view coding = trimmed(item.substr(0, semicolon));
    const bool is_fine = semicolon == item.size() || !weighs_nothing(item.substr(semicolon + 1));
    if (is_word(coding, "gzip") || is_word(coding, "x-gzip")) return is_fine;
    if (coding == "*") any = is_fine;
  }
  return any;
}

}  // namespace quoth::server
