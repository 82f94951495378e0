#include "server/call.h"

#include <charconv>

namespace quoth::server {

std::optional<std::int64_t> number_of(std::string_view text) noexcept {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end || number < 1) return {};
  return number;
}

std::optional<OffsetUnit> offset_unit_of(const QueryString& query) {
  const std::string* unit = query.find("offsets");
  if (unit == nullptr || *unit == "codepoint") return OffsetUnit::codepoint;
  if (*unit == "utf16") return OffsetUnit::utf16;
  if (*unit == "byte") return OffsetUnit::byte;
  return {};
}

}  // namespace quoth::server
