#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::server {

/// A line of a message's head. Names of requests are in lower case.
struct HeaderField {
  std::string name, value;
};

/// A request before its body, as it came.
struct RequestHead {
  std::string method, target;
  int minor_version = 1;  ///< Of HTTP/1.x: 0 or 1.
  std::vector<HeaderField> fields;

  /// The first field of the name, in lower case; null: there is none. Valid as long as this.
  const std::string* find(std::string_view name) const noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const HeaderField& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &found->value;
  }
  std::size_t count(std::string_view name) const noexcept {
    return static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(),
                      [&](const HeaderField& field) { return field.name == name; }));
  }
};

}  // namespace quoth::server
