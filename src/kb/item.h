#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::kb {

/// What an item is: any of these bits. The values stand in files (docs/formats/kb.md): do not renumber.
using TypeSet = std::uint8_t;
inline constexpr TypeSet person = 1, organization = 2, place = 4, other = 8;
inline constexpr TypeSet every_type = 15;

/// The bit of "person", "organization", "place" or "other"; 0 for any other word.
TypeSet type_of(std::string_view name) noexcept;

/// The set's names, joined by "|": "person|place". Empty for none.
std::string type_names(TypeSet types);

/// One thing of the world, as an input gives it.
struct Item {
  std::string id;           ///< The base's own: "Q76". No white space.
  std::string name;         ///< The usual one: "Barack Obama".
  std::string description;  ///< May be empty: "44th President of the United States".
  std::string title;        ///< Of its article in the English Wikipedia; empty where unknown.
  std::vector<std::string> aliases = {};  ///< Other names.
  TypeSet types = 0;
  std::optional<int> start_year = {};  ///< Of birth or foundation; negative before our era.
  std::optional<int> end_year = {};    ///< Of death or dissolution.
  std::uint32_t weight = 1;  ///< How many mentions each of its names counts for beforehand.
};

/// How often a text of links stood for an article: ("Obama", "Barack Obama", 120).
struct AliasCount {
  std::string alias, title;
  std::uint32_t count = 0;
};

inline constexpr std::size_t longest_id = 255;  ///< Bytes.
inline constexpr std::size_t longest_text =
    1000;  ///< Bytes of a name, alias, title or description.
inline constexpr std::size_t most_aliases = 1000;  ///< Of one item in one input; more are left out.
inline constexpr int earliest_year = -32767, latest_year = 32767;

/// Makes the item fit to be written: control characters become spaces, ends are trimmed, a long
/// description is cut, unusable aliases and years are left out. What is wrong with the rest (no id,
/// no name, not UTF-8, too long), or nothing.
std::optional<std::string> tidy(Item& item);

/// The same for an alias count.
std::optional<std::string> tidy(AliasCount& count);

/// The year that a date starts with ("1961-08-04", "-0043", "+2001-00-00T00:00:00Z"); nothing where
/// none does, or it is out of range.
std::optional<int> year_of(std::string_view date) noexcept;

}  // namespace quoth::kb
