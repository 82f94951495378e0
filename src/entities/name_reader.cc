#include "entities/name_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace quoth::entities {
namespace {

using segment::WordRange;
using tag::NameType;

constexpr std::uint32_t longest_nickname = 5;  // In words, marks included.

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
  for (std::uint32_t w = words.first + 1; w + 1 < words.end; ++w) {
    // "Larry King, 82".
    const bool age = reader.segmented().words[w + 1].shape == segment::Shape::digits;
    if (reader.text(w) == "," && age) return {words.first, w};
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

constexpr float surely_men = 0.9F, surely_women = 0.1F;

/// The word before `word`, over the full stop of "Mr."; empty at the start.
std::string_view word_before(const WordReader& reader, std::uint32_t word) {
  if (word > 1 && reader.text(word - 1) == ".") --word;
  return word > 0 ? reader.text(word - 1) : std::string_view{};
}

/// What the words before a name tell: "Mrs Ruiz", "spokeswoman Ana Ruiz".
Gender gender_of_title(const WordReader& reader, WordRange words, const NameLists& lists) {
  const std::string_view title = word_before(reader, words.first);
  if (lists.titles_of_men.contains(title)) return Gender::man;
  if (lists.titles_of_women.contains(title)) return Gender::woman;
  return Gender::unknown;
}

Gender gender_of(const WordReader& reader, WordRange words, const NameLists& lists) {
  const Gender told = gender_of_title(reader, words, lists);
  if (told != Gender::unknown || lists.first_names == nullptr || words.end - words.first < 2)
    return told;
  const float men = lists.first_names->share_of_men(reader.text(words.first));
  if (men < 0.0F) return Gender::unknown;
  return men >= surely_men ? Gender::man : men <= surely_women ? Gender::woman : Gender::unknown;
}

/// "Prime Minister" is a role, whoever has it; "Larry King" and "Mr. King" are persons.
bool is_role(const WordReader& reader, WordRange words, const NameLists& lists) {
  if (!lists.titles.contains(reader.text(words.end - 1))) return false;
  if (words.end - words.first == 1) {
    const std::string_view before = word_before(reader, words.first);
    return before != "Mr" && before != "Mrs" && before != "Ms" && before != "Miss";
  }
  return lists.first_names == nullptr ||
         lists.first_names->share_of_men(reader.text(words.first)) < 0.0F;
}

/// What the tagger took of "U.S.".
bool is_lone_letter(const WordReader& reader, WordRange words) {
  const bool lone = words.end - words.first == 1 && reader.text(words.first).size() == 1;
  return lone && words.end < reader.segmented().words.size() && reader.text(words.end) == ".";
}

/// "All", but not "US" or "WHO".
bool is_function_word(const WordReader& reader, WordRange words, const WordSet& function_words) {
  const bool all_capitals = reader.segmented().words[words.first].shape == segment::Shape::upper;
  return words.end - words.first == 1 && !all_capitals &&
         function_words.contains(reader.text(words.first));
}

/// "The Donda hitmaker": what a thing in a description is called was tagged as a person.
bool is_in_a_description(const WordReader& reader, const ResolvedName& name,
                         const WordSet& person_nouns) {
  const std::uint32_t end = name.tagged.end;
  const bool lone = name.type == NameType::person && name.core.size() == 1 && name.tagged.first > 0;
  if (!lone || end >= reader.segmented().words.size()) return false;
  const std::string_view article = reader.text(name.tagged.first - 1);
  return (article == "the" || article == "The") && reader.is_lower_case(end) &&
         person_nouns.contains(reader.text(end));
}

/// A role's words are a name where they are somebody's last: "King" beside "Chelsea King".
void drop_roles(const WordReader& reader, const NameLists& lists,
                std::vector<ResolvedName>& names) {
  std::vector<WordKey> surnames;
  const auto role = [&](const ResolvedName& name) { return is_role(reader, name.words, lists); };
  for (const ResolvedName& name : names) {
    if (name.type == NameType::person && name.core.size() > 1 && !role(name))
      surnames.push_back(name.core.back());
  }
  std::sort(surnames.begin(), surnames.end());
  const auto is_surname = [&](const ResolvedName& name) {
    return name.type == NameType::person && name.core.size() == 1 &&
           std::binary_search(surnames.begin(), surnames.end(), name.core.front());
  };
  std::vector<WordKey> last_words;
  last_words.reserve(names.size());
  for (const ResolvedName& name : names) last_words.push_back(name.core.back());
  std::sort(last_words.begin(), last_words.end());
  const auto named_once = [&](const ResolvedName& name) {
    const auto [first, end] =
        std::equal_range(last_words.begin(), last_words.end(), name.core.back());
    return end - first == 1;
  };
  std::vector<ResolvedName> kept;
  for (ResolvedName& name : names) {
    const bool described =
        is_in_a_description(reader, name, lists.person_nouns) && named_once(name);
    if (!described && (!role(name) || is_surname(name))) kept.push_back(std::move(name));
  }
  names = std::move(kept);
}

/// The name in what the network tagged; nothing where that is none.
std::optional<ResolvedName> read_name(const WordReader& reader, const tag::TaggedName& tagged,
                                      const NameLists& lists) {
  ResolvedName name;
  name.type = tagged.type;
  name.tagged = tagged.words;
  name.words = tagged.words;
  if (name.type == NameType::person) {
    name.words = without_description(reader, name.words, lists.particles);
    name.words = without_letters(reader, name.words, lists.post_nominals);
    name.words = with_nickname(reader, name.words);
  }
  name.words = stripped(reader, name.words, name.type, lists.titles);
  name.core = reader.core(name.words);
  if (name.type == NameType::person) name.gender = gender_of(reader, name.words, lists);
  if (name.core.empty() || is_lone_letter(reader, name.words) ||
      is_function_word(reader, name.words, lists.function_words))
    return {};
  return name;
}

}  // namespace

std::vector<ResolvedName> read_names(const WordReader& reader,
                                     const std::vector<tag::TaggedName>& tagged,
                                     const NameLists& lists) {
  std::vector<ResolvedName> names;
  for (const tag::TaggedName& tagged_name : tagged) {
    if (tagged_name.type != NameType::person && tagged_name.type != NameType::organization)
      continue;
    if (auto name = read_name(reader, tagged_name, lists)) names.push_back(std::move(*name));
  }
  drop_roles(reader, lists, names);
  return names;
}

}  // namespace quoth::entities
