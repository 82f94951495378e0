#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace quoth::server {

/// The fields of a body that is one JSON object of texts. A field that is null counts as not given.
class JsonBody {
 public:
  /// Nothing, and what is wrong in `fault`, where it is no such object, or has a field twice or one that is not in `names`.
  static std::optional<JsonBody> read(std::string_view body,
                                      std::span<const std::string_view> names, std::string& fault);

  std::optional<std::string> find(std::string_view name) const;
  /// Empty: not given.
  std::string value(std::string_view name) const { return find(name).value_or(""); }

 private:
  std::map<std::string, std::string, std::less<>> fields_;
};

}  // namespace quoth::server
