#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::database {

/// ["a","b"] as one column's text, and back; nothing for an empty list. Back gives nothing where the text is no such JSON.
std::optional<std::string> json_list(const std::vector<std::string>& texts);
std::optional<std::vector<std::string>> texts_of(std::string_view json);

/// Names and JSON values as one JSON object, in order, and back.
std::optional<std::string> json_object(
    const std::vector<std::pair<std::string, std::string>>& members);
std::optional<std::vector<std::pair<std::string, std::string>>> members_of(std::string_view json);

}  // namespace quoth::database
