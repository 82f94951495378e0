#include "entities/adjacent_antecedents.h"

#include <algorithm>

namespace quoth::entities {
namespace {

using segment::WordRange;

constexpr std::size_t nearest_mentions = 8;  // In which "who" seeks what stands right before it.

/// The last person before mention `j` in its sentence, if an apposition follows: "John Bentel, a member of the Department who".
std::optional<std::size_t> person_with_apposition(const WordReader& reader,
                                                  const std::vector<Mention>& mentions,
                                                  std::size_t j, const EntityTable& entities) {
  for (std::size_t i = j; i > 0 && j - i < nearest_mentions;) {
    const Mention& before = mentions[--i];
    if (before.sentence != mentions[j].sentence) return {};
    const bool is_name = before.tagged->origin == tag::TaggedMention::Origin::name;
    if (!is_name || !before.entity || entities[*before.entity].type != EntityType::person) continue;
    const std::uint32_t after = before.tagged->words.end;
    const bool apposition = reader.text(after) == "," &&
                            (reader.text(after + 1) == "a" || reader.text(after + 1) == "an" ||
                             reader.text(after + 1) == "the");
    return apposition ? before.entity : std::nullopt;
  }
  return {};
}

}  // namespace

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "whose";
}

std::optional<std::size_t> relative_antecedent(const WordReader& reader,
                                               const std::vector<Mention>& mentions, std::size_t j,
                                               const EntityTable& entities) {
  const WordRange words = mentions[j].tagged->words;
  const std::string_view word = reader.text(words.first);
  if (words.end - words.first != 1 || words.first == 0 || !is_relative(word)) return {};
  const std::uint32_t at = reader.text(words.first - 1) == "," ? words.first - 1 : words.first;
  for (std::size_t i = j; i > 0 && j - i < nearest_mentions;) {
    --i;
    if (!mentions[i].entity || mentions[i].tagged->words.end != at) continue;
    if (word == "who" && entities[*mentions[i].entity].type == EntityType::organization) continue;
    return mentions[i].entity;
  }
  return word == "who" ? person_with_apposition(reader, mentions, j, entities) : std::nullopt;
}

std::vector<std::size_t> two_persons_before(const WordReader& reader, const NameGroups& groups,
                                            const Mention& they) {
  const std::uint32_t at = they.tagged->words.first;
  const auto& names = groups.names;
  const auto after =
      std::lower_bound(names.begin(), names.end(), at,
                       [](const ResolvedName& n, std::uint32_t w) { return n.words.first < w; });
  if (after - names.begin() < 2) return {};
  const ResolvedName& first = *(after - 2);
  const ResolvedName& second = *(after - 1);
  const bool persons = first.type == tag::NameType::person && second.type == tag::NameType::person;
  const bool joined =
      first.words.end + 1 == second.tagged.first && reader.text(first.words.end) == "and";
  if (!persons || !joined) return {};
  const std::uint32_t sentence = reader.sentence_of(first.words.first);
  // A role may stand before the name: "Rangers Ulla Stroem and …".
  const bool subject = first.tagged.first <= reader.segmented().sentences[sentence].first + 1;
  if (!subject || reader.sentence_of(at) > sentence + 1) return {};
  return {first.group, second.group};
}

std::vector<std::size_t> only_two_persons_before(const WordReader& reader, const NameGroups& groups,
                                                 WordRange words) {
  const std::uint32_t sentence = reader.sentence_of(words.first);
  const std::uint32_t first = reader.segmented().sentences[sentence > 0 ? sentence - 1 : 0].first;
  const auto& names = groups.names;
  auto name =
      std::lower_bound(names.begin(), names.end(), first,
                       [](const ResolvedName& n, std::uint32_t w) { return n.words.first < w; });
  std::vector<std::size_t> persons;
  for (; name != names.end() && name->words.end <= words.first; ++name) {
    if (groups.groups[name->group].type != tag::NameType::person) continue;
    if (std::find(persons.begin(), persons.end(), name->group) != persons.end()) continue;
    persons.push_back(name->group);
    if (persons.size() > 2) return {};
  }
  return persons.size() == 2 ? persons : std::vector<std::size_t>{};
}

}  // namespace quoth::entities
