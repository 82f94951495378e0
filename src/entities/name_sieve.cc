#include "entities/name_sieve.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::NameType;

constexpr std::size_t most_alike =
    64;  // Fuller names with one word in common that a rule looks at.

bool is_end_of(const Core& part, const Core& whole) {
  return part.size() < whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

bool is_start_of(const Core& part, const Core& whole) {
  return part.size() < whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

/// Finds, for one name, the group that it joins. Names are offered longest first; `by_word` finds the fuller ones.
class Sieve {
 public:
  Sieve(const WordReader& reader, const base::RuleChoice& chosen, NameGroups& out)
      : reader_(reader), chosen_(chosen), out_(out) {
    for (const ResolvedName& name : out.names) {
      places_[name.core].push_back(name.words.first);
      if (name.core.size() == 1 && name.type == NameType::person)
        alone_.push_back(name.core.front());
    }
    std::sort(alone_.begin(), alone_.end());
  }

  void place(std::size_t index) {
    ResolvedName& name = out_.names[index];
    const auto same = by_core_.find(name.core);
    if (same != by_core_.end()) {
      name.group = same->second;
    } else if (const auto joined = join(name)) {
      name.group = *joined;
      // Whom a surname means depends on where it stands; every other short form means the same throughout.
      if (name.rule != std::string_view("surname")) by_core_.emplace(name.core, *joined);
    } else {
      name.group = out_.groups.size();
      out_.groups.push_back({name.type, index});
      places_of_group_.push_back(&places_.at(name.core));
      by_core_.emplace(name.core, name.group);
      remember(index);
    }
  }

 private:
  using Rule = std::optional<std::size_t> (Sieve::*)(const ResolvedName&) const;
  struct NamedRule {
    const char* name;
    Rule rule;
  };

  std::optional<std::size_t> join(ResolvedName& name) const {
    static constexpr std::array<NamedRule, 8> rules{{{"in_brackets", &Sieve::in_brackets},
                                                     {"middle_name", &Sieve::middle_name},
                                                     {"surname", &Sieve::surname},
                                                     {"given_name", &Sieve::given_name},
                                                     {"initials", &Sieve::initials_of_person},
                                                     {"acronym", &Sieve::acronym},
                                                     {"blend", &Sieve::blend},
                                                     {"short_form", &Sieve::short_form}}};
    for (const NamedRule& rule : rules) {
      if (!chosen_.has(rule.name)) continue;
      if (const auto group = (this->*rule.rule)(name)) {
        name.rule = rule.name;
        return group;
      }
    }
    return {};
  }

  void remember(std::size_t index) {
    const ResolvedName& name = out_.names[index];
    if (name.core.size() < 2) return;
    by_length_.push_back(index);
    by_first_[name.core.front()].push_back(index);
    by_last_[name.core.back()].push_back(index);
    if (name.type == NameType::person) by_person_initials_[initials(name.words)].push_back(index);
    if (name.type != NameType::organization) return;
    WordRange words = name.words;
    by_all_initials_[initials(words)].push_back(index);
    for (; words.end - words.first > 1; ++words.first)
      by_initials_[initials(words)].push_back(index);
  }

  using Index = std::map<WordKey, std::vector<std::size_t>>;

  /// Calls action(index of a fuller name) for the first few under the key.
  template <typename Action>
  void each(const Index& index, WordKey key, NameType type, Action action) const {
    const auto found = index.find(key);
    if (found == index.end()) return;
    for (std::size_t k = 0; k < found->second.size() && k < most_alike; ++k) {
      if (out_.names[found->second[k]].type == type) action(found->second[k]);
    }
  }

  std::optional<std::size_t> middle_name(const ResolvedName& name) const {
    if (name.type != NameType::person || name.core.size() < 2) return {};
    std::optional<std::size_t> group;
    each(by_last_, name.core.back(), NameType::person, [&](std::size_t k) {
      const Core& fuller = out_.names[k].core;
      if (fuller.front() == name.core.front() && fuller.size() > name.core.size()) {
        group = out_.names[k].group;
      }
    });
    return group;
  }

  /// A surname is not always tagged as a person's; one word that is some person's last is taken for it.
  std::optional<std::size_t> surname(const ResolvedName& name) const {
    if (name.type != NameType::person && name.core.size() > 1) return {};
    std::optional<std::size_t> before, after;
    const bool some_by_surname = anyone_called_by_surname(name);
    each(by_last_, name.core.back(), NameType::person, [&](std::size_t k) {
      if (!may_be_surname_of(name, out_.names[k])) return;
      if (some_by_surname && is_called_by_given_name(out_.names[k])) return;
      const std::size_t at = last_before(out_.names[k].group, name.words.first);
      if (at < name.words.first && (!before || at > *before)) {
        before = at;
        group_before_ = out_.names[k].group;
      } else if (at >= name.words.first && (!after || at < *after)) {
        after = at;
        group_after_ = out_.names[k].group;
      }
    });
    if (before) return group_before_;
    if (after) return group_after_;
    return {};
  }

  static bool may_be_surname_of(const ResolvedName& name, const ResolvedName& fuller) {
    const bool other_gender = name.gender != Gender::unknown && fuller.gender != Gender::unknown &&
                              name.gender != fuller.gender;
    return !other_gender && is_end_of(name.core, fuller.core);
  }

  bool is_called_by_given_name(const ResolvedName& person) const {
    return std::binary_search(alone_.begin(), alone_.end(), person.core.front());
  }

  bool anyone_called_by_surname(const ResolvedName& name) const {
    bool found = false;
    each(by_last_, name.core.back(), NameType::person, [&](std::size_t k) {
      const ResolvedName& fuller = out_.names[k];
      found = found || (may_be_surname_of(name, fuller) && !is_called_by_given_name(fuller));
    });
    return found;
  }

  std::optional<std::size_t> given_name(const ResolvedName& name) const {
    if (name.type != NameType::person || name.core.size() != 1) return {};
    return only(by_first_, name.core.front(), NameType::person,
                [&](const Core& fuller) { return is_start_of(name.core, fuller); });
  }

  /// Longer names are placed first, so the one before the bracket has its group unless it is the shorter one.
  std::optional<std::size_t> in_brackets(const ResolvedName& name) const {
    if (name.type != NameType::organization || name.tagged.first == 0) return {};
    const auto at = static_cast<std::size_t>(&name - out_.names.data());
    if (at == 0 || reader_.text(name.tagged.first - 1) != "(") return {};
    const ResolvedName& before = out_.names[at - 1];
    const bool adjacent = before.tagged.end + 1 == name.tagged.first;
    if (!adjacent || before.type != NameType::organization ||
        before.core.size() <= name.core.size())
      return {};
    return before.group;
  }

  /// The letters of a name that is one word in capitals, as `initials` gives them; 0 where it is not.
  WordKey letters(const ResolvedName& name) const {
    const std::string_view word = reader_.text(name.words.first);
    if (name.core.size() != 1 || word.size() < 2 || word.size() > 8) return 0;
    WordKey key = 0;
    for (const char c : word) {
      if (c < 'A' || c > 'Z') return 0;
      key = key * 32 + static_cast<WordKey>(c - 'A' + 1);
    }
    return key;
  }

  std::optional<std::size_t> initials_of_person(const ResolvedName& name) const {
    const WordKey key = letters(name);
    if (name.type != NameType::person || key == 0) return {};
    return only(by_person_initials_, key, NameType::person, [](const Core&) { return true; });
  }

  std::optional<std::size_t> acronym(const ResolvedName& name) const {
    const WordKey key = letters(name);
    if (key == 0) return {};
    const auto any = [](const Core&) { return true; };
    const auto whole = only(by_all_initials_, key, NameType::organization, any);
    return whole ? whole : only(by_initials_, key, NameType::organization, any);
  }

  /// "LulzSec" of "Lulz Security": each part that starts with a capital starts a word.
  std::optional<std::size_t> blend(const ResolvedName& name) const {
    if (name.core.size() != 1) return {};
    const std::string_view word = reader_.text(name.words.first);
    if (reader_.segmented().words[name.words.first].shape != segment::Shape::mixed) return {};
    for (std::size_t k = 0; k < by_length_.size() && k < most_alike; ++k) {
      const ResolvedName& fuller = out_.names[by_length_[k]];
      if (fuller.type == NameType::organization && is_blend_of(word, fuller.words))
        return fuller.group;
    }
    return {};
  }

  bool is_blend_of(std::string_view word, WordRange words) const {
    std::size_t at = 0;
    for (std::uint32_t w = words.first; w < words.end; ++w) {
      if (at == word.size()) return false;
      std::size_t end = at + 1;
      while (end < word.size() && (word[end] < 'A' || word[end] > 'Z')) ++end;
      const std::string_view part = word.substr(at, end - at);
      if (part.size() < 2 || reader_.text(w).substr(0, part.size()) != part) return false;
      at = end;
    }
    return at == word.size();
  }

  std::optional<std::size_t> short_form(const ResolvedName& name) const {
    if (name.type != NameType::organization) return {};
    // "The United States" is not the United States District Court that is named after it.
    const std::size_t first = places_.at(name.core).front();
    const auto at_start =
        only(by_first_, name.core.front(), NameType::organization, [&](const Core& fuller) {
          return is_start_of(name.core, fuller) && places_.at(fuller).front() < first;
        });
    if (at_start) return at_start;
    return only(by_last_, name.core.back(), NameType::organization,
                [&](const Core& fuller) { return is_end_of(name.core, fuller); });
  }

  template <typename Fits>
  std::optional<std::size_t> only(const Index& index, WordKey key, NameType type, Fits fits) const {
    std::optional<std::size_t> group;
    bool several = false;
    each(index, key, type, [&](std::size_t k) {
      if (!fits(out_.names[k].core)) return;
      several = several || (group && *group != out_.names[k].group);
      group = out_.names[k].group;
    });
    return several ? std::nullopt : group;
  }

  /// The initials of capitalised words as one number; 0 where there are too many.
  WordKey initials(WordRange words) const {
    WordKey key = 0;
    for (std::uint32_t w = words.first; w < words.end; ++w) {
      const char c = reader_.text(w).front();
      if (c < 'A' || c > 'Z') continue;
      if (key >> 59U != 0) return 0;
      key = key * 32 + static_cast<WordKey>(c - 'A' + 1);
    }
    return key;
  }

  /// Where the group's fuller name stands last before `word`, else where it stands first. Fuller names are placed
  /// before shorter ones, so all their places are known.
  std::size_t last_before(std::size_t group, std::size_t word) const {
    const auto& places = *places_of_group_[group];
    const auto after = std::lower_bound(places.begin(), places.end(), word);
    return after == places.begin() ? places.front() : *(after - 1);
  }

  const WordReader& reader_;
  const base::RuleChoice& chosen_;
  NameGroups& out_;
  std::map<Core, std::size_t> by_core_;
  Index by_first_, by_last_, by_initials_, by_all_initials_, by_person_initials_;
  std::vector<std::size_t> by_length_;               // Names of several words, longest first.
  std::vector<WordKey> alone_;                       // Persons' names of one word, sorted.
  std::map<Core, std::vector<std::size_t>> places_;  // Where names with these words stand …
  std::vector<const std::vector<std::size_t>*>
      places_of_group_;  // … and where each group's fullest one does.
  mutable std::size_t group_before_ = 0, group_after_ = 0;
};

/// The words of an entry of other_names.txt stand right before `word`.
bool follows_phrase(const WordReader& reader, std::uint32_t word, std::string_view phrase) {
  while (!phrase.empty()) {
    const std::size_t space = phrase.rfind(' ');
    const std::string_view last =
        space == std::string_view::npos ? phrase : phrase.substr(space + 1);
    if (word == 0 || reader.text(word - 1) != last) return false;
    phrase = space == std::string_view::npos ? std::string_view{} : phrase.substr(0, space);
    --word;
  }
  return true;
}

/// "West, who changed his name to Ye": the later name joins the one before it in its sentence.
void join_other_names(const WordReader& reader, const std::vector<std::string_view>& phrases,
                      NameGroups& out) {
  std::vector<std::size_t> into(out.groups.size());
  for (std::size_t k = 0; k < into.size(); ++k) into[k] = k;
  for (std::size_t k = 1; k < out.names.size(); ++k) {
    ResolvedName& other = out.names[k];
    const ResolvedName& before = out.names[k - 1];
    const bool same = other.group == before.group || other.type != before.type;
    const std::uint32_t at = other.words.first;
    if (same || reader.sentence_of(before.words.first) != reader.sentence_of(at)) continue;
    const bool told = std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
      return follows_phrase(reader, at, phrase);
    });
    if (!told) continue;
    into[other.group] = into[before.group];
    other.rule = "other_name";
  }
  for (ResolvedName& name : out.names) name.group = into[name.group];
}

/// Groups in order of first mention, numbered anew.
void renumber(NameGroups& out) {
  constexpr std::size_t unset = static_cast<std::size_t>(-1);
  std::vector<std::size_t> number(out.groups.size(), unset);
  std::vector<NameGroup> ordered;
  for (ResolvedName& name : out.names) {
    if (number[name.group] == unset) {
      number[name.group] = ordered.size();
      ordered.push_back(out.groups[name.group]);
    }
    name.group = number[name.group];
  }
  out.groups = std::move(ordered);
}

/// Each group's gender is that of most of its names.
void set_genders(NameGroups& out) {
  std::vector<int> men(out.groups.size(), 0);
  for (const ResolvedName& name : out.names) {
    if (name.gender != Gender::unknown) men[name.group] += name.gender == Gender::man ? 1 : -1;
  }
  for (std::size_t k = 0; k < men.size(); ++k) {
    if (men[k] != 0) out.groups[k].gender = men[k] > 0 ? Gender::man : Gender::woman;
  }
}

}  // namespace

NameGroups group_names(const WordReader& reader, const std::vector<tag::TaggedName>& tagged,
                       const NameLists& lists, const base::RuleChoice& chosen) {
  NameGroups out;
  out.names = read_names(reader, tagged, lists);
  std::vector<std::size_t> order(out.names.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return out.names[a].core.size() > out.names[b].core.size();
  });
  Sieve sieve(reader, chosen, out);
  for (const std::size_t index : order) sieve.place(index);
  join_other_names(reader, lists.other_names, out);
  renumber(out);
  set_genders(out);
  return out;
}

}  // namespace quoth::entities
