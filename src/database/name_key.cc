#include "database/name_key.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kb/alias_key.h"

namespace quoth::database {
namespace {

constexpr std::array<std::string_view, 6> generations = {"jr", "sr", "ii", "iii", "iv", "junior"};

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

NameKey person_key(std::string_view whole) {
  NameKey name;
  std::vector<std::string_view> words = words_of(whole);
  if (words.size() > 2 &&
      std::find(generations.begin(), generations.end(), words.back()) != generations.end()) {
    name.generation = words.back() == "junior" ? "jr" : words.back();
    words.pop_back();
  }
  if (words.size() < 2) return {};
  // Initials in a row are one first name: "J. K." as "J.K.".
  std::string first(words.front());
  std::size_t at = 1;
  while (first.size() == at && at + 1 < words.size() && words[at].size() == 1) first += words[at++];
  if (first.size() < 2) return {};
  for (; at + 1 < words.size(); ++at) name.middle += words[at].front();
  name.key = first + " " + std::string(words.back());
  return name;
}

}  // namespace

NameKey name_key(std::string_view name, EntityType type) {
  if (type == EntityType::person) return person_key(kb::alias_key(name));
  if (type == EntityType::organization) return {kb::alias_key(name), {}, {}};
  return {};
}

bool compatible(const NameKey& left, const NameKey& right) {
  const std::size_t both = std::min(left.middle.size(), right.middle.size());
  // One that both leave out in the middle ("George Bush") speaks for neither.
  return left.middle.compare(0, both, right.middle, 0, both) == 0 &&
         (left.generation.empty() || right.generation.empty() ||
          left.generation == right.generation);
}

}  // namespace quoth::database
