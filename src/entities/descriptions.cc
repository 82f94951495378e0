#include "entities/descriptions.h"

#include <algorithm>

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::NameType;

constexpr std::uint32_t longest_apposition = 8;  // In words.
constexpr std::uint32_t longest_introduction =
    5;                                       // "Democratic vice presidential nominee Tim Kaine".
constexpr std::uint32_t reach_of_lead = 60;  // In words: how far the start of a text goes …
constexpr std::uint32_t reach_of_later_name = 200;  // … and how soon it tells the name.
constexpr std::size_t most_introductions = 16;      // Looked at, backwards.

bool is_article(std::string_view word) {
  return word == "the" || word == "The" || word == "a" || word == "A" || word == "an" ||
         word == "An";
}

}  // namespace

Descriptions::Descriptions(const WordReader& reader, const NameGroups& groups,
                           const WordSet& breakers, const DescriptionLists& lists)
    : reader_(reader), breakers_(breakers), lists_(lists) {
  for (const ResolvedName& name : groups.names) {
    name.type == NameType::person ? introduce_person(name) : introduce_organization(name);
  }
}

void Descriptions::introduce_person(const ResolvedName& name) {
  for (const auto& phrase : {phrase_before(name), phrase_after(name)}) {
    if (phrase) roles_[role(phrase->end - 1)].push_back({name.words.first, name.group, *phrase});
  }
}

void Descriptions::introduce_organization(const ResolvedName& name) {
  const WordRange words = name.words;
  if (words.end - words.first > 1) {
    kinds_[reader_.key(words.end - 1)].push_back({words.first, name.group, words});
    if (reader_.text(words.first + 1) == "of")
      kinds_[reader_.key(words.first)].push_back({words.first, name.group, words});
  }
  for (const auto& phrase : {phrase_before(name), phrase_after(name)}) {
    if (phrase && lists_.organization_nouns.contains(reader_.text(phrase->end - 1)))
      kinds_[reader_.key(phrase->end - 1)].push_back({words.first, name.group, *phrase});
  }
}

/// Ends with the noun right before the name, in the same sentence: a common one, or a title.
std::optional<WordRange> Descriptions::phrase_before(const ResolvedName& name) const {
  const std::uint32_t first = name.words.first;
  if (first == 0 || reader_.segmented().words[first].gap == segment::Gap::paragraph) return {};
  const std::uint32_t noun = first - 1;
  const bool inside_the_name = noun >= name.tagged.first;
  const bool common = reader_.is_lower_case(noun) ||
                      lists_.person_nouns.contains(reader_.text(noun)) ||
                      lists_.titles.contains(reader_.text(noun));
  if (reader_.is_punctuation(noun) || (!inside_the_name && !common)) return {};
  std::uint32_t start = noun;
  while (start > 0 && noun - start + 1 < longest_introduction) {
    const std::string_view before = reader_.text(start - 1);
    const bool paragraph = reader_.segmented().words[start].gap == segment::Gap::paragraph;
    if (paragraph || is_article(before) || reader_.is_punctuation(start - 1) ||
        breakers_.contains(before))
      break;
    --start;
  }
  return WordRange{start, noun + 1};
}

/// Ends with the last word before "of", a comma or the like of what follows the name's comma and an article.
std::optional<WordRange> Descriptions::phrase_after(const ResolvedName& name) const {
  const auto size = static_cast<std::uint32_t>(reader_.segmented().words.size());
  std::uint32_t w = name.words.end;
  if (w + 2 >= size || reader_.text(w) != ",") return {};
  ++w;
  const bool has_article = is_article(reader_.text(w));
  if (!has_article && !reader_.is_lower_case(w)) return {};
  const std::uint32_t stop = std::min(size, w + longest_apposition);
  if (has_article) ++w;
  const std::uint32_t start = w;
  for (; w < stop; ++w) {
    const bool ends = breakers_.contains(reader_.text(w)) ||
                      (reader_.is_punctuation(w) && reader_.text(w) != "-");
    if (!ends) continue;
    return w == start ? std::nullopt : std::optional(WordRange{start, w});
  }
  return {};
}

bool Descriptions::is_capitalised(std::uint32_t word) const {
  return !reader_.is_lower_case(word) && !reader_.is_punctuation(word) &&
         !is_article(reader_.text(word));
}

bool Descriptions::is_of_the_past(WordRange phrase) const {
  for (std::uint32_t w = phrase.first; w < phrase.end; ++w) {
    const std::string_view word = reader_.text(w);
    if (word == "former" || word == "Former" || word == "ex" || word == "late") return true;
  }
  return false;
}

/// The capitalised words before the noun: "Republican".
Core Descriptions::capitals_of(WordRange words) const {
  Core capitals;
  for (std::uint32_t w = words.first; w + 1 < words.end; ++w) {
    if (is_capitalised(w)) capitals.push_back(role(w));
  }
  return capitals;
}

bool Descriptions::fits(WordRange phrase, const Introduction& introduction) const {
  if (is_of_the_past(introduction.phrase) && !is_of_the_past(phrase)) return false;
  const Core told = capitals_of(introduction.phrase);
  const Core asked = capitals_of(phrase);
  return told.empty() || std::all_of(asked.begin(), asked.end(), [&told](WordKey word) {
           return std::find(told.begin(), told.end(), word) != told.end();
         });
}

std::optional<std::size_t> Descriptions::person_with_role(WordRange phrase) const {
  const auto found = roles_.find(role(reader_.last_word_of(phrase)));
  if (found == roles_.end()) return {};
  const auto& all = found->second;
  auto introduction =
      std::lower_bound(all.begin(), all.end(), phrase.first,
                       [](const Introduction& i, std::uint32_t w) { return i.word < w; });
  for (std::size_t k = 0; k < most_introductions && introduction != all.begin(); ++k) {
    --introduction;
    if (fits(phrase, *introduction)) return introduction->group;
  }
  return {};
}

std::optional<std::size_t> Descriptions::person_introduced_later(WordRange phrase) const {
  const auto found = roles_.find(role(reader_.last_word_of(phrase)));
  if (found == roles_.end()) return {};
  const bool is_lead = phrase.first <= reach_of_lead;
  if (!is_lead && capitals_of(phrase).empty()) return {};
  const std::string_view article = reader_.text(phrase.first);
  // "A New York judge" may be introduced as "Supreme Court Justice Frank Nervo".
  const bool is_open = is_lead && (article == "A" || article == "An" || article == "a");
  std::optional<std::size_t> person;
  for (const Introduction& introduction : found->second) {
    if (introduction.word > phrase.end + reach_of_later_name) break;
    if (!is_open && !fits(phrase, introduction)) continue;
    if (!is_lead && capitals_of(introduction.phrase).empty()) continue;
    if (person && *person != introduction.group) return {};
    person = introduction.group;
  }
  return person;
}

std::optional<std::size_t> Descriptions::organization_of_kind(WordKey kind,
                                                              std::uint32_t word) const {
  const auto found = kinds_.find(kind);
  if (found == kinds_.end()) return {};
  const auto& all = found->second;
  const auto after =
      std::lower_bound(all.begin(), all.end(), word,
                       [](const Introduction& i, std::uint32_t w) { return i.word < w; });
  if (after == all.begin()) return {};
  return (after - 1)->group;
}

}  // namespace quoth::entities
