#include "entities/descriptions.h"

#include <algorithm>

namespace quoth::entities {
namespace {

using tag::NameType;

constexpr std::uint32_t longest_apposition = 8;  // In words.

/// The noun right before the name, in the same sentence: a common one, or a title.
std::optional<std::uint32_t> noun_before(const WordReader& reader, const ResolvedName& name) {
  const std::uint32_t first = name.words.first;
  if (first == 0 || reader.segmented().words[first].gap == segment::Gap::paragraph) return {};
  const std::uint32_t noun = first - 1;
  const bool inside_the_name = noun >= name.tagged.first;
  if (reader.is_punctuation(noun)) return {};
  if (!inside_the_name && !reader.is_lower_case(noun)) return {};
  return noun;
}

/// The last word before "of", a comma or the like of what follows the name's comma and an article.
std::optional<std::uint32_t> head_of_apposition(const WordReader& reader, const ResolvedName& name,
                                                const WordSet& breakers) {
  const auto size = static_cast<std::uint32_t>(reader.segmented().words.size());
  std::uint32_t w = name.words.end;
  if (w + 2 >= size || reader.text(w) != ",") return {};
  ++w;
  const std::string_view article = reader.text(w);
  const bool has_article = article == "the" || article == "a" || article == "an";
  if (!has_article && !reader.is_lower_case(w)) return {};
  const std::uint32_t stop = std::min(size, w + longest_apposition);
  std::optional<std::uint32_t> head;
  for (w += has_article ? 1 : 0; w < stop; ++w) {
    if (reader.is_punctuation(w) || breakers.contains(reader.text(w))) return head;
    head = w;
  }
  return {};
}

}  // namespace

Descriptions::Descriptions(const WordReader& reader, const NameGroups& groups,
                           const WordSet& breakers) {
  for (const ResolvedName& name : groups.names) {
    const Introduction here{name.words.first, name.group};
    if (name.type == NameType::person) {
      if (const auto noun = noun_before(reader, name)) roles_[reader.key(*noun)].push_back(here);
      if (const auto noun = head_of_apposition(reader, name, breakers))
        roles_[reader.key(*noun)].push_back(here);
    } else if (name.words.end - name.words.first > 1) {
      kinds_[reader.key(name.words.end - 1)].push_back(here);
      if (reader.text(name.words.first + 1) == "of")
        kinds_[reader.key(name.words.first)].push_back(here);
    }
  }
}

std::optional<std::size_t> Descriptions::last_before(const Index& index, WordKey noun,
                                                     std::uint32_t word) {
  const auto found = index.find(noun);
  if (found == index.end()) return {};
  const auto& all = found->second;
  const auto after =
      std::lower_bound(all.begin(), all.end(), word,
                       [](const Introduction& i, std::uint32_t w) { return i.word < w; });
  if (after == all.begin()) return {};
  return (after - 1)->group;
}

}  // namespace quoth::entities
