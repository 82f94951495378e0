#include "kb/item.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/utf8.h"

namespace quoth::kb {
namespace {

constexpr std::array<std::pair<std::string_view, TypeSet>, 4> type_table{{
    {"person", person},
    {"organization", organization},
    {"place", place},
    {"other", other},
}};

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

void trim(std::string& text) {
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) {
    text.clear();
    return;
  }
  text.erase(text.find_last_not_of(' ') + 1);
  text.erase(0, first);
}

bool is_usable(const std::string& text) {
  return !text.empty() && text.size() <= longest_text && !text::first_invalid(text);
}

/// REQUIRES: UTF-8.
void cut(std::string& text, std::size_t most) {
  if (text.size() <= most) return;
  while (!text::starts_sequence(text[most])) --most;
  text.erase(most);
}

std::optional<std::string> fault(const std::string& text, std::string_view what) {
  const std::string subject(what);
  if (text.empty()) return "no " + subject;
  if (text::first_invalid(text)) return "the " + subject + " is not UTF-8";
  if (text.size() > longest_text) {
    return "the " + subject + " has more than " + std::to_string(longest_text) + " bytes";
  }
  return {};
}

void drop_outside(std::optional<int>& year) {
  if (year && (*year < earliest_year || *year > latest_year)) year.reset();
}

}  // namespace

TypeSet type_of(std::string_view name) noexcept {
  for (const auto& [known, bit] : type_table) {
    if (known == name) return bit;
  }
  return 0;
}

std::string type_names(TypeSet types) {
  std::string names;
  for (const auto& [name, bit] : type_table) {
    if ((types & bit) != 0) names.append(names.empty() ? "" : "|").append(name);
  }
  return names;
}

std::optional<std::string> tidy(Item& item) {
  for (std::string* text : {&item.id, &item.name, &item.description, &item.title}) trim(*text);
  for (std::string& alias : item.aliases) trim(alias);
  if (auto wrong = fault(item.id, "id")) return wrong;
  if (item.id.size() > longest_id) return "the id has more than 255 bytes";
  if (item.id.find(' ') != std::string::npos) return "the id holds white space";
  if (auto wrong = fault(item.name, "name")) return wrong;
  if (text::first_invalid(item.description)) return "the description is not UTF-8";
  cut(item.description, longest_text);
  if (!is_usable(item.title)) item.title.clear();
  std::erase_if(item.aliases, [](const std::string& alias) { return !is_usable(alias); });
  if (item.aliases.size() > most_aliases) item.aliases.resize(most_aliases);
  drop_outside(item.start_year);
  drop_outside(item.end_year);
  item.types &= every_type;
  item.weight = std::max(item.weight, std::uint32_t{1});
  return {};
}

std::optional<std::string> tidy(AliasCount& count) {
  trim(count.alias);
  trim(count.title);
  if (auto wrong = fault(count.alias, "alias")) return wrong;
  if (auto wrong = fault(count.title, "title")) return wrong;
  if (count.count == 0) return "the count is 0";
  return {};
}

std::optional<int> year_of(std::string_view date) noexcept {
  const bool negative = date.starts_with('-');
  if (negative || date.starts_with('+')) date.remove_prefix(1);
  int year = 0;
  const auto [end, error] = std::from_chars(date.data(), date.data() + date.size(), year);
  const bool ends_well = end == date.data() + date.size() || *end == '-';
  if (error != std::errc{} || !ends_well || date.starts_with('-')) return {};
  year = negative ? -year : year;
  if (year < earliest_year || year > latest_year) return {};
  return year;
}

}  // namespace quoth::kb
