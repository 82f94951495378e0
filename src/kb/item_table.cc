#include "kb/item_table.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

namespace quoth::kb {
namespace {

constexpr std::array<std::string_view, 8> column_names{"id",    "name",  "aliases", "description",
                                                       "types", "dates", "title",   "weight"};
constexpr std::size_t most_fields = 1000;

Error invalid(std::string what) { return {ErrorCode::invalid_row, std::move(what)}; }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> fields;
  while (fields.size() < most_fields) {
    const std::size_t end = text.find(separator);
    fields.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return fields;
}

/// Nothing for what is no number, or none below 2^32.
std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

}  // namespace

std::optional<ItemTable> ItemTable::from_header(std::string_view line) {
  ItemTable table;
  const auto fields = split(line, '\t');
  table.width_ = fields.size();
  for (std::size_t column = 0; column < columns; ++column) {
    const auto found = std::find(fields.begin(), fields.end(), column_names[column]);
    table.place_[column] =
        found == fields.end() ? absent : static_cast<std::size_t>(found - fields.begin());
  }
  if (table.place_[id] == absent || table.place_[name] == absent) return {};
  return table;
}

Result<std::optional<Item>> ItemTable::read(std::string_view row) const {
  const auto fields = split(row, '\t');
  if (fields.size() != width_) {
    return invalid(std::to_string(fields.size()) + " fields, the header has " +
                   std::to_string(width_));
  }
  const auto field = [&](Column column) {
    return place_[column] == absent ? std::string_view() : fields[place_[column]];
  };
  Item item;
  item.id = field(id);
  item.name = field(name);
  item.description = field(description);
  item.title = field(title);
  for (const std::string_view alias : split(field(aliases), '|')) item.aliases.emplace_back(alias);
  for (const std::string_view type : split(field(types), '|')) item.types |= type_of(type);
  const std::string_view span = field(dates);
  const std::size_t slash = std::min(span.find('/'), span.size());
  item.start_year = year_of(span.substr(0, slash));
  if (slash < span.size()) item.end_year = year_of(span.substr(slash + 1));
  if (!field(weight).empty()) {
    const auto value = number(field(weight));
    if (!value) return invalid("the weight is no number");
    item.weight = std::min(*value, std::uint32_t{1'000'000});
  }
  if (auto wrong = tidy(item)) return invalid(*std::move(wrong));
  return std::optional<Item>(std::move(item));
}

bool is_alias_count(std::string_view line) {
  const auto fields = split(line, '\t');
  return fields.size() == 3 && (line == alias_count_header || number(fields[2]).has_value());
}

Result<AliasCount> read_alias_count(std::string_view row) {
  const auto fields = split(row, '\t');
  if (fields.size() != 3) return invalid(std::to_string(fields.size()) + " fields instead of 3");
  const auto value = number(fields[2]);
  if (!value) return invalid("the count is no number");
  AliasCount count{
      .alias = std::string(fields[0]), .title = std::string(fields[1]), .count = *value};
  if (auto wrong = tidy(count)) return invalid(*std::move(wrong));
  return count;
}

}  // namespace quoth::kb
