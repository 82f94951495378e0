#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::server {

/// The parameters of an address, "q=climate&limit=10", decoded. A name stands once.
class QueryString {
 public:
  static constexpr std::size_t most_parameters = 32;

  /// Nothing where an escape is broken, a name is empty or stands twice, something is no UTF-8, or there are too many.
  static std::optional<QueryString> parse(std::string_view text);

  /// Null: not given. Valid as long as this.
  const std::string* find(std::string_view name) const noexcept;
  /// Empty: not given, or given empty.
  const std::string& value(std::string_view name) const noexcept;

  const std::vector<std::pair<std::string, std::string>>& all() const noexcept {
    return parameters_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> parameters_;
};

}  // namespace quoth::server
