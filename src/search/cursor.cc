#include "search/cursor.h"

#include <fmt/core.h>

#include <array>
#include <charconv>

namespace quoth::search {

std::string written(const Cursor& cursor) {
  return fmt::format("{}.{:x}.{:x}.{:x}.{:x}.{:d}", name(cursor.sort)[0], cursor.top, cursor.key,
                     cursor.id, cursor.count, cursor.is_exact);
}

std::optional<Cursor> read_cursor(std::string_view text, Sort sort) {
  if (text.size() < 2 || text[0] != name(sort)[0] || text[1] != '.') return {};
  text.remove_prefix(2);
  std::array<std::int64_t, 5> numbers{};
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const bool is_last = k + 1 == numbers.size();
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), numbers[k], 16);
    const auto used = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || numbers[k] < 0) return {};
    if (is_last ? used != text.size() : used >= text.size() || text[used] != '.') return {};
    text.remove_prefix(is_last ? used : used + 1);
  }
  return Cursor{
      sort,           numbers[0], numbers[1], numbers[2], static_cast<std::uint64_t>(numbers[3]),
      numbers[4] != 0};
}

}  // namespace quoth::search
