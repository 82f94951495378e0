#include "database/identities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "kb/alias_key.h"

// An article is linked by what it shares with the articles that a candidate is in, of which the newest few are looked at; so the time for an
// article grows with its names alone. The articles of a candidate are *meetings* of this article's names: where enough of them meet
// in one, its candidate is taken.

namespace quoth::database {
namespace {

constexpr int most_candidates = 16;
constexpr int most_versions = 16;
constexpr int enough = 2;

int weight_of(EntityType type) { return type == EntityType::person ? 2 : 1; }

}  // namespace

Identities::Identities(Connection& connection)
    : overlay_(connection),
      by_item_(connection,
               "SELECT id FROM identity WHERE kb = ?1 AND type = ?2 ORDER BY id LIMIT 1"),
      by_key_(connection,
              "SELECT a.identity, a.name, i.kb FROM alias a JOIN identity i ON i.id = a.identity "
              "WHERE a.key = ?1 AND i.type = ?2 ORDER BY a.identity LIMIT 64"),
      aliases_(connection, "SELECT name FROM alias WHERE identity = ?1 AND key = ?2 LIMIT 64"),
      versions_(connection,
                "SELECT version FROM entity WHERE identity = ?1 ORDER BY version DESC LIMIT ?2"),
      in_article_(connection,
                  "SELECT 1 FROM version v JOIN entity e ON e.identity = ?1 AND e.version = v.id "
                  "WHERE v.sighting = ?2 LIMIT 1"),
      add_(connection, "INSERT INTO identity (type, kb) VALUES (?1, ?2)"),
      set_item_(connection, "UPDATE identity SET kb = ?2 WHERE id = ?1 AND kb IS NULL"),
      add_name_(connection,
                "INSERT INTO alias (identity, name, key, documents) VALUES (?1, ?2, ?3, 1) "
                "ON CONFLICT DO UPDATE SET documents = documents + 1"),
      take_name_(connection,
                 "UPDATE alias SET documents = documents - 1 WHERE identity = ?1 AND name = ?2") {}

bool Identities::may_be(const Form& form, std::int64_t identity, std::string_view alias) {
  // What a bare name joined ("George Bush") must not join two that differ.
  if (alias == form.entity->name && form.name->middle.empty() && form.name->generation.empty())
    return true;
  bool fits = true;
  aliases_.start(identity, form.name->key);
  while (fits && aliases_.next()) {
    const std::string_view other = aliases_.text(0);
    fits = other == form.entity->name || compatible(name_key(other, form.type), *form.name);
  }
  aliases_.rewind();
  return fits;
}

void Identities::find_candidates(Form& form) {
  if (!form.kb.empty()) {
    if (const auto same = by_item_.find(form.kb, static_cast<int>(form.type)))
      form.same_item = overlay_.root_of(*same);
  }
  if (form.same_item != 0 || form.name->key.empty()) return;
  std::vector<std::pair<std::int64_t, std::string>> found;
  by_key_.start(form.name->key, static_cast<int>(form.type));
  while (by_key_.next() && found.size() < most_candidates) {
    const bool other_item =
        !form.kb.empty() && !by_key_.is_null(2);  // Else rule same_item had found it.
    const std::int64_t identity = by_key_.integer(0);
    if (!other_item && (found.empty() || found.back().first != identity))
      found.emplace_back(identity, by_key_.text(1));
  }
  by_key_.rewind();
  for (const auto& [identity, alias] : found) {
    if (may_be(form, identity, alias)) form.candidates.push_back(overlay_.root_of(identity));
  }
}

void Identities::meet(std::vector<const Form*> forms) {
  meetings_.clear();
  versions_of_.clear();
  // Forms of one name ("George Bush", "George W. Bush") next to one another.
  std::stable_sort(forms.begin(), forms.end(), [](const Form* left, const Form* right) {
    return std::tie(left->type, left->name->key) < std::tie(right->type, right->name->key);
  });
  for (const Form* form : forms) {
    std::vector<std::int64_t> mine = form->candidates;
    if (form->same_item != 0) mine.push_back(form->same_item);
    for (const std::int64_t candidate : mine) {
      auto& versions = versions_of_[candidate];
      if (versions.empty()) {
        versions_.start(candidate, most_versions);
        while (versions_.next()) versions.push_back(versions_.integer(0));
        versions_.rewind();
      }
      for (const std::int64_t version : versions) {
        Meeting& meeting = meetings_[version];
        const bool is_counted = meeting.last != nullptr && meeting.last->type == form->type &&
                                meeting.last->name->key == form->name->key;
        meeting.weight += is_counted ? 0 : weight_of(form->type);
        meeting.last = form;
      }
    }
  }
}

std::int64_t Identities::choose(const Form& form, std::int64_t sighting, bool is_new_sighting) {
  if (form.same_item != 0) return form.same_item;
  for (const std::int64_t candidate : form.candidates) {
    if (!is_new_sighting && in_article_.find(candidate, sighting)) return candidate;
  }
  std::int64_t best = 0;
  int most = enough - 1;
  for (const std::int64_t candidate : form.candidates) {
    for (const std::int64_t version : versions_of_[candidate]) {
      const int weight =
          meetings_[version].weight - weight_of(form.type);  // Without its own name's.
      if (weight > most) std::tie(best, most) = std::tuple(candidate, weight);
    }
  }
  return best;
}

std::int64_t Identities::add(const Form& form) {
  const std::optional<std::string> kb =
      form.kb.empty() ? std::optional<std::string>() : std::optional(form.kb);
  return add_.insert(static_cast<int>(form.type), kb);
}

std::vector<std::int64_t> Identities::identify(const Entry& entry, std::int64_t sighting,
                                               bool is_new_sighting) {
  const std::vector<Entity>& entities = entry.recorded.record.entities;
  std::vector<Form> forms;
  std::vector<std::optional<std::size_t>> form_of(entities.size());
  std::map<std::tuple<EntityType, std::string_view, std::string_view, std::string_view,
                      std::string_view>,
           std::size_t>
      known;
  for (std::size_t k = 0; k < entities.size(); ++k) {
    const Entity& entity = entities[k];
    const NameKey& name = entry.entities[k].name;
    const bool is_linkable =
        entity.type == EntityType::person || entity.type == EntityType::organization;
    if (!is_linkable || (name.key.empty() && entity.kb.empty()) || !entity.members.empty())
      continue;
    const auto [place, is_new] = known.emplace(
        std::tuple(entity.type, std::string_view(name.key), std::string_view(name.middle),
                   std::string_view(name.generation), std::string_view(entity.kb)),
        forms.size());
    if (is_new) forms.push_back({entity.type, &entity, &name, entity.kb, 0, {}});
    form_of[k] = place->second;
  }
  std::vector<const Form*> all;
  all.reserve(forms.size());
  for (Form& form : forms) {
    find_candidates(form);
    all.push_back(&form);
  }
  meet(std::move(all));
  std::vector<std::int64_t> chosen(forms.size());
  for (std::size_t k = 0; k < forms.size(); ++k) {
    chosen[k] = choose(forms[k], sighting, is_new_sighting);
    if (chosen[k] == 0) {
      chosen[k] = add(forms[k]);
    } else if (!forms[k].kb.empty()) {
      set_item_.run(chosen[k], forms[k].kb);
    }
  }
  std::vector<std::int64_t> identities(entities.size());
  for (std::size_t k = 0; k < entities.size(); ++k) {
    if (!form_of[k]) continue;
    identities[k] = chosen[*form_of[k]];
    if (!overlay_.is_empty())
      identities[k] = overlay_.apply(identities[k], kb::alias_key(entities[k].name), sighting);
  }
  return identities;
}

void Identities::count_names(const std::vector<std::pair<std::int64_t, const Entity*>>& named,
                             int change) {
  std::map<std::pair<std::int64_t, std::string_view>, const Entity*> distinct;
  for (const auto& [identity, entity] : named) {
    if (identity != 0)
      distinct.emplace(std::pair(identity, std::string_view(entity->name)), entity);
  }
  for (const auto& [key, entity] : distinct) {
    if (change < 0) {
      take_name_.run(key.first, key.second);
    } else {
      add_name_.run(key.first, key.second, name_key(entity->name, entity->type).key);
    }
  }
}

}  // namespace quoth::database
