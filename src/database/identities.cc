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
constexpr int enough = 2;

int weight_of(EntityType type) { return type == EntityType::person ? 2 : 1; }

}  // namespace

Identities::Identities(Connection& connection)
    : connection_(connection),
      overlay_(connection),
      aliases_(connection),
      versions_(connection),
      by_item_(connection,
               "SELECT id FROM identity WHERE kb = ?1 AND type = ?2 ORDER BY id LIMIT 1"),
      in_article_(connection,
                  "SELECT 1 FROM version v JOIN entity e ON e.identity = ?1 AND e.version = v.id "
                  "WHERE v.sighting = ?2 LIMIT 1"),
      add_(connection, "INSERT INTO identity (type, kb) VALUES (?1, ?2)"),
      set_item_(connection, "UPDATE identity SET kb = ?2 WHERE id = ?1 AND kb IS NULL") {}

bool Identities::may_be(const Form& form, std::int64_t identity,
                        const std::vector<AliasRows::Row>& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const AliasRows::Row& row) {
    return row.identity != identity || row.name == form.entity->name ||
           compatible(name_key(row.name, form.type), *form.name);
  });
}

void Identities::find_candidates(Form& form) {
  if (!form.kb.empty()) {
    if (const auto same = by_item_.find(form.kb, static_cast<int>(form.type)))
      form.same_item = overlay_.root_of(*same);
  }
  if (form.same_item != 0 || form.name->key.empty()) return;
  const std::vector<AliasRows::Row>& rows = aliases_.of(form.name->key, form.type);
  // What a bare name joined ("George Bush") must not join two that differ.
  const bool is_bare = form.name->middle.empty() && form.name->generation.empty();
  std::int64_t last = 0;
  int found = 0;
  for (auto row = rows.begin(); row != rows.end() && found < most_candidates; ++row) {
    const bool other_item = !form.kb.empty() && row->has_item;  // Else rule same_item had found it.
    if (other_item || row->identity == last) continue;
    last = row->identity;
    ++found;
    if ((is_bare && row->name == form.entity->name) || may_be(form, row->identity, rows))
      form.candidates.push_back(overlay_.root_of(row->identity));
  }
}

void Identities::meet(const std::vector<Form>& forms) {
  meetings_.clear();
  const auto add = [this](const Form& form, std::int64_t candidate) {
    for (const std::int64_t version : versions_.of(candidate))
      meetings_.push_back({version, form.name_number, weight_of(form.type)});
  };
  for (const Form& form : forms) {
    for (const std::int64_t candidate : form.candidates) add(form, candidate);
    if (form.same_item != 0) add(form, form.same_item);
  }
  std::sort(meetings_.begin(), meetings_.end(), [](const Meeting& left, const Meeting& right) {
    return std::tie(left.version, left.name_number) < std::tie(right.version, right.name_number);
  });
  // Each name counts once, whatever forms it has and however often the version has it.
  std::size_t count = 0;
  std::uint32_t last = 0;
  for (const Meeting meeting : meetings_) {
    const bool is_new = count == 0 || meetings_[count - 1].version != meeting.version;
    if (is_new) {
      meetings_[count++] = meeting;
    } else if (last != meeting.name_number) {
      meetings_[count - 1].weight += meeting.weight;
    }
    last = meeting.name_number;
  }
  meetings_.resize(count);
}

int Identities::weight_of_meeting(std::int64_t version) const {
  const auto found = std::lower_bound(
      meetings_.begin(), meetings_.end(), version,
      [](const Meeting& meeting, std::int64_t wanted) { return meeting.version < wanted; });
  return found->weight;
}

std::int64_t Identities::choose(const Form& form, std::int64_t sighting, bool is_new_sighting) {
  if (form.same_item != 0) return form.same_item;
  for (const std::int64_t candidate : form.candidates) {
    if (!is_new_sighting && in_article_.find(candidate, sighting)) return candidate;
  }
  std::int64_t best = 0;
  int most = enough - 1;
  for (const std::int64_t candidate : form.candidates) {
    for (const std::int64_t version : versions_.of(candidate)) {
      const int weight =
          weight_of_meeting(version) - weight_of(form.type);  // Without its own name's.
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
    if (is_new) forms.push_back({entity.type, &entity, &name, 0, entity.kb, 0, {}});
    form_of[k] = place->second;
  }
  // In the order of `known`, forms of one name are next to one another.
  const Form* before = nullptr;
  std::uint32_t names = 0;
  for (const auto& [words, place] : known) {
    Form& form = forms[place];
    const bool is_same_name =
        before != nullptr && before->type == form.type && before->name->key == form.name->key;
    form.name_number = is_same_name ? names : ++names;
    before = &form;
  }
  for (Form& form : forms) find_candidates(form);
  meet(forms);
  std::vector<std::int64_t> chosen(forms.size());
  for (std::size_t k = 0; k < forms.size(); ++k) {
    chosen[k] = choose(forms[k], sighting, is_new_sighting);
    if (chosen[k] == 0) {
      chosen[k] = add(forms[k]);
    } else if (!forms[k].kb.empty()) {
      set_item_.run(chosen[k], forms[k].kb);
      if (connection_.changes() > 0) aliases_.note_item(chosen[k]);
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

void Identities::add(std::int64_t version, const NamedEntities& named) {
  aliases_.add(named);
  for (const auto& [identity, entity] : named) {
    if (identity != 0) versions_.add(identity, version);
  }
}

void Identities::take(const NamedEntities& named) {
  aliases_.take(named);
  versions_.forget();
}

}  // namespace quoth::database
