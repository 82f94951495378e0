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

std::optional<std::size_t> count_of(const QueryString& query, std::string_view name,
                                    std::size_t usual, std::size_t least, std::size_t most) {
  const std::string* text = query.find(name);
  if (text == nullptr) return usual;
  const auto number = number_of(*text);
  if (!number) return {};
  const auto count = static_cast<std::size_t>(*number);
  if (count < least || count > most) return {};
  return count;
}

std::optional<OffsetUnit> offset_unit_of(const QueryString& query) {
  const std::string* unit = query.find("offsets");
  if (unit == nullptr || *unit == "codepoint") return OffsetUnit::codepoint;
  if (*unit == "utf16") return OffsetUnit::utf16;
  if (*unit == "byte") return OffsetUnit::byte;
  return {};
}

}  // namespace quoth::server
