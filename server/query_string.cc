#include "server/query_string.h"

#include "server/percent.h"

namespace quoth::server {

std::optional<QueryString> QueryString::parse(std::string_view text) {
  QueryString query;
  while (!text.empty()) {
    const std::size_t end = text.find('&');
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    auto name = percent_decoded(part.substr(0, equals), Plus::space);
    auto value = equals == std::string_view::npos
                     ? std::optional<std::string>(std::string())
                     : percent_decoded(part.substr(equals + 1), Plus::space);
    if (!name || !value || name->empty() || query.find(*name) != nullptr) return {};
    if (query.parameters_.size() == most_parameters) return {};
    query.parameters_.emplace_back(*std::move(name), *std::move(value));
  }
  return query;
}

const std::string* QueryString::find(std::string_view name) const noexcept {
  for (const auto& [known, value] : parameters_) {
    if (known == name) return &value;
  }
  return nullptr;
}

const std::string& QueryString::value(std::string_view name) const noexcept {
  static const std::string nothing;
  const std::string* found = find(name);
  return found == nullptr ? nothing : *found;
}

}  // namespace quoth::server
