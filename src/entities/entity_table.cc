#include "entities/entity_table.h"

#include <algorithm>
#include <utility>

namespace quoth::entities {
namespace {

constexpr std::size_t longest_title = 1'000;  // Bytes: each lone surname is sought in it.

/// The word before the surname in the title, if it is a first name.
std::string completed_by_title(const std::string& surname, std::string_view title,
                               const FirstNames& first_names) {
  for (std::size_t at = title.find(surname); at != std::string_view::npos;
       at = title.find(surname, at + 1)) {
    if (at < 2 || title[at - 1] != ' ') continue;
    const std::size_t start = title.rfind(' ', at - 2);
    const std::size_t first = start == std::string_view::npos ? 0 : start + 1;
    const std::string_view word = title.substr(first, at - 1 - first);
    if (first_names.share_of_men(word) >= 0.0F) return std::string(word) + " " + surname;
  }
  return surname;
}

}  // namespace

std::string line_of(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) line.push_back(c);
    if (space && !line.empty() && line.back() != ' ') line.push_back(' ');
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

EntityTable::EntityTable(const WordReader& reader, const NameGroups& groups, std::string_view title,
                         const FirstNames& first_names) {
  title = title.substr(0, longest_title);
  for (const NameGroup& group : groups.groups) {
    const ResolvedName& fullest = groups.names[group.fullest];
    std::string name = line_of(reader.text(fullest.words));
    const bool lone_surname = fullest.core.size() == 1 && group.type == tag::NameType::person;
    if (lone_surname && !title.empty()) name = completed_by_title(name, title, first_names);
    add(std::move(name), EntityType::organization);
  }
  std::vector<int> persons(groups.groups.size(), 0);
  for (const ResolvedName& name : groups.names) {
    add_mention(name.group, reader.span(name.words));
    persons[name.group] += name.type == tag::NameType::person ? 1 : -1;
  }
  for (std::size_t k = 0; k < persons.size(); ++k) {
    const bool fullest_is_person = groups.groups[k].type == tag::NameType::person;
    if (persons[k] > 0 || (persons[k] == 0 && fullest_is_person))
      entities_[k].type = EntityType::person;
  }
}

std::size_t EntityTable::add(std::string name, EntityType type) {
  Entity entity;
  entity.name = std::move(name);
  entity.type = type;
  entities_.push_back(std::move(entity));
  return entities_.size() - 1;
}

std::size_t EntityTable::joint(const std::vector<std::size_t>& members) {
  std::vector<std::size_t> different;
  for (const std::size_t member : members) {
    if (std::find(different.begin(), different.end(), member) == different.end())
      different.push_back(member);
  }
  if (different.size() == 1) return different.front();
  if (const auto known = joint_.find(different); known != joint_.end()) return known->second;
  std::string name;
  for (const std::size_t member : different) {
    name.append(name.empty() ? "" : " | ").append(entities_[member].name);
  }
  const std::size_t index = add(std::move(name), EntityType::group);
  entities_[index].members = different;
  joint_.emplace(std::move(different), index);
  return index;
}

EntityTable::Ordered EntityTable::ordered() {
  for (Entity& entity : entities_) {
    std::sort(entity.mentions.begin(), entity.mentions.end());
    entity.mentions.erase(std::unique(entity.mentions.begin(), entity.mentions.end()),
                          entity.mentions.end());
  }
  std::vector<std::size_t> order(entities_.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return entities_[a].mentions.front() < entities_[b].mentions.front();
  });
  Ordered out{{}, std::vector<std::size_t>(entities_.size())};
  for (std::size_t k = 0; k < order.size(); ++k) {
    out.place[order[k]] = k;
    out.entities.push_back(std::move(entities_[order[k]]));
  }
  for (Entity& entity : out.entities) {
    for (std::size_t& member : entity.members) member = out.place[member];
  }
  entities_.clear();
  joint_.clear();
  return out;
}

}  // namespace quoth::entities
