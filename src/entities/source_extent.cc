#include "entities/source_extent.h"

#include <algorithm>
#include <cstdint>

namespace quoth::entities {
namespace {

using segment::WordRange;

constexpr std::uint32_t most_words_of_role = 3;  // "England's manager Gareth Southgate": one.

/// Words between a cue and a source; 0 where they touch or overlap.
std::uint32_t distance(WordRange a, WordRange b) {
  if (a.end <= b.first) return b.first - a.end;
  return b.end <= a.first ? a.first - b.end : 0;
}

bool ends_in_possessive(const WordReader& reader, WordRange words) {
  return words.end - words.first > 2 && reader.text(words.end - 1) == "s" &&
         reader.is_punctuation(words.end - 2);
}

/// A person's name that starts at `word` or after a few lower-case words of its sentence; `end` where there is none.
const ResolvedName* person_after(const WordReader& reader, std::uint32_t word,
                                 std::uint32_t most_between, const NameGroups& groups) {
  const auto name =
      std::lower_bound(groups.names.begin(), groups.names.end(), word,
                       [](const ResolvedName& n, std::uint32_t w) { return n.tagged.first < w; });
  if (name == groups.names.end() || name->type != tag::NameType::person) return nullptr;
  if (name->tagged.first > word + most_between) return nullptr;
  for (std::uint32_t w = word; w < name->tagged.first; ++w) {
    if (!reader.is_lower_case(w)) return nullptr;
  }
  return &*name;
}

}  // namespace

WordRange whole_source(const WordReader& reader, WordRange source, const NameGroups& groups,
                       const WordSet& titles) {
  const auto after =
      std::upper_bound(groups.names.begin(), groups.names.end(), source.first,
                       [](std::uint32_t w, const ResolvedName& n) { return w < n.words.first; });
  if (after != groups.names.begin()) {
    const ResolvedName& name = *(after - 1);
    const bool inside = name.words.first <= source.first && source.end < name.words.end;
    if (inside && name.type == tag::NameType::person) return name.words;
  }
  const bool at_the_end = source.end >= reader.segmented().words.size();
  if (at_the_end || reader.segmented().words[source.end].gap == segment::Gap::paragraph)
    return source;
  std::uint32_t next = source.end;
  const bool is_role = titles.contains(reader.text(source.end - 1));
  if (is_role && reader.text(next) == ".") ++next;
  const bool possessive = ends_in_possessive(reader, source);
  if (!is_role && !possessive) return source;
  const ResolvedName* name =
      person_after(reader, next, possessive ? most_words_of_role : 0, groups);
  return name == nullptr ? source : WordRange{source.first, name->words.end};
}

std::map<WordRange, std::vector<WordRange>> split_sources(const tag::TaggedText& tagged) {
  std::map<WordRange, std::vector<WordRange>> split;
  std::vector<WordRange> whole;  // An attribution that has the first range alone means it.
  for (const tag::TaggedAnchor& anchor : tagged.anchors) {
    std::vector<WordRange> sources;
    WordRange cue{anchor.word, anchor.word + 1};
    for (const tag::RoleRange& role : anchor.roles) {
      if (role.role == tag::Role::source) sources.push_back(role.words);
      if (role.role == tag::Role::cue && role.words.first == anchor.word) cue = role.words;
    }
    if (sources.size() == 1) whole.push_back(sources.front());
    if (sources.size() < 2) continue;
    const WordRange first = sources.front();
    std::stable_sort(sources.begin(), sources.end(), [cue](WordRange a, WordRange b) {
      return distance(a, cue) < distance(b, cue);
    });
    split.emplace(first, std::move(sources));
  }
  for (const WordRange words : whole) split.erase(words);
  return split;
}

}  // namespace quoth::entities
