#include "entities/name_sieve.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::NameType;

constexpr std::uint32_t longest_nickname = 5;  // In words, marks included.
constexpr std::size_t most_alike =
    64;  // Fuller names with one word in common that a rule looks at.

/// "Patrick Eccles QC", "John Gleason D-Flushing": letters and a party with its place are no part of a person's name.
WordRange without_letters(const WordReader& reader, WordRange words, const WordSet& post_nominals) {
  for (std::uint32_t w = words.first + 1; w + 2 < words.end; ++w) {
    const std::string_view party = reader.text(w);
    const std::string_view dash = reader.text(w + 1);
    const bool is_party = party == "R" || party == "D" || party == "I";
    if (is_party && (dash == "-" || dash == "–")) words.end = w;
  }
  while (words.end - words.first > 1 &&
         reader.segmented().words[words.end - 1].shape == segment::Shape::upper &&
         post_nominals.contains(reader.text(words.end - 1))) {
    --words.end;
  }
  return words;
}

/// Titles before a person's name and a possessive 's after any name are no part of it.
WordRange stripped(const WordReader& reader, WordRange words, NameType type,
                   const WordSet& titles) {
  const auto size = [&] { return words.end - words.first; };
  if (size() > 2 && reader.text(words.end - 1) == "s" && reader.is_punctuation(words.end - 2)) {
    words.end -= 2;
  }
  while (size() > 1 && reader.is_punctuation(words.end - 1) && reader.text(words.end - 1) != "”" &&
         reader.text(words.end - 1) != "\"" && reader.text(words.end - 1) != ".") {
    --words.end;
  }
  const auto is_the = [&] {
    return reader.text(words.first) == "the" || reader.text(words.first) == "The";
  };
  while (size() > 1 && (reader.is_punctuation(words.first) || is_the() ||
                        (type == NameType::person && titles.contains(reader.text(words.first))))) {
    ++words.first;
  }
  return words;
}

/// A person's name that runs on into what tells of the person, or was tagged together with it: "Harry Reid of Nevada", "editor for the Post, Devon
/// Edwards". A lower-case word that is no particle parts it; before "of" or "from" the name stands first, else last.
WordRange without_description(const WordReader& reader, WordRange words, const WordSet& particles) {
  for (std::uint32_t w = words.first + 1; w < words.end; ++w) {
    const std::string_view word = reader.text(w);
    if (word == "of" || word == "from") return {words.first, w};
  }
  for (std::uint32_t w = words.end; w > words.first + 1; --w) {
    const std::string_view word = reader.text(w - 1);
    const bool parts = word == "," || (reader.is_lower_case(w - 1) && !particles.contains(word));
    if (parts && w < words.end) return {w, words.end};
  }
  return words;
}

/// "Lefty” Borel" goes on to its left: Tamas “Lefty” Borel.
WordRange with_nickname(const WordReader& reader, WordRange words) {
  const auto& text = reader.segmented();
  for (std::uint32_t w = words.first; w < words.end; ++w) {
    const bool after_a_word = w > 0 && !reader.is_punctuation(w - 1);
    if (text.words[w].mark != segment::Mark::closing || !after_a_word) continue;
    std::uint32_t open = w;
    while (open > 0 && w - open < longest_nickname &&
           text.words[open].mark != segment::Mark::opening)
      --open;
    if (text.words[open].mark != segment::Mark::opening || open >= words.first) return words;
    const bool capital = open > 0 && text.words[open - 1].shape == segment::Shape::capitalised;
    return {capital ? open - 1 : open, words.end};
  }
  return words;
}

/// "Prime Minister" is a role, whoever has it.
bool is_role(const WordReader& reader, WordRange words, const WordSet& titles) {
  return titles.contains(reader.text(words.end - 1));
}

/// "All", but not "US" or "WHO".
bool is_function_word(const WordReader& reader, WordRange words, const WordSet& function_words) {
  const bool all_capitals = reader.segmented().words[words.first].shape == segment::Shape::upper;
  return words.end - words.first == 1 && !all_capitals &&
         function_words.contains(reader.text(words.first));
}

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
    for (const ResolvedName& name : out.names) places_[name.core].push_back(name.words.first);
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
    static constexpr std::array<NamedRule, 6> rules{{{"in_brackets", &Sieve::in_brackets},
                                                     {"middle_name", &Sieve::middle_name},
                                                     {"surname", &Sieve::surname},
                                                     {"given_name", &Sieve::given_name},
                                                     {"acronym", &Sieve::acronym},
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
    by_first_[name.core.front()].push_back(index);
    by_last_[name.core.back()].push_back(index);
    if (name.type != NameType::organization) return;
    WordRange words = name.words;
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
    each(by_last_, name.core.back(), NameType::person, [&](std::size_t k) {
      if (!is_end_of(name.core, out_.names[k].core)) return;
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

  std::optional<std::size_t> acronym(const ResolvedName& name) const {
    if (name.core.size() != 1) return {};
    const std::string_view word = reader_.text(name.words.first);
    if (word.size() < 2 || word.size() > 8) return {};
    WordKey key = 0;
    for (const char c : word) {
      if (c < 'A' || c > 'Z') return {};
      key = key * 32 + static_cast<WordKey>(c - 'A' + 1);
    }
    return only(by_initials_, key, NameType::organization, [](const Core&) { return true; });
  }

  std::optional<std::size_t> short_form(const ResolvedName& name) const {
    if (name.type != NameType::organization) return {};
    const auto at_start = only(by_first_, name.core.front(), NameType::organization,
                               [&](const Core& fuller) { return is_start_of(name.core, fuller); });
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
  Index by_first_, by_last_, by_initials_;
  std::map<Core, std::vector<std::size_t>> places_;  // Where names with these words stand …
  std::vector<const std::vector<std::size_t>*>
      places_of_group_;  // … and where each group's fullest one does.
  mutable std::size_t group_before_ = 0, group_after_ = 0;
};

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

}  // namespace

NameGroups group_names(const WordReader& reader, const std::vector<tag::TaggedName>& tagged,
                       const NameLists& lists, const base::RuleChoice& chosen) {
  NameGroups out;
  for (const tag::TaggedName& tagged_name : tagged) {
    if (tagged_name.type != NameType::person && tagged_name.type != NameType::organization)
      continue;
    ResolvedName name;
    name.type = tagged_name.type;
    name.tagged = tagged_name.words;
    name.words = tagged_name.words;
    if (name.type == NameType::person) {
      name.words = without_description(reader, name.words, lists.particles);
      name.words = without_letters(reader, name.words, lists.post_nominals);
      name.words = with_nickname(reader, name.words);
    }
    name.words = stripped(reader, name.words, name.type, lists.titles);
    name.core = reader.core(name.words);
    if (!name.core.empty() && !is_role(reader, name.words, lists.titles) &&
        !is_function_word(reader, name.words, lists.function_words))
      out.names.push_back(std::move(name));
  }
  std::vector<std::size_t> order(out.names.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return out.names[a].core.size() > out.names[b].core.size();
  });
  Sieve sieve(reader, chosen, out);
  for (const std::size_t index : order) sieve.place(index);
  renumber(out);
  return out;
}

}  // namespace quoth::entities
