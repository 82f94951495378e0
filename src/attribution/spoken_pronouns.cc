#include "attribution/spoken_pronouns.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace quoth::attribution {
namespace {

using quotes::Draft;
using segment::WordRange;

constexpr std::array<std::string_view, 6> of_speaker{"I", "me", "my", "My", "mine", "myself"};
constexpr std::array<std::string_view, 7> of_addressee{"you",      "You",   "your", "Your",
                                                       "yourself", "yours", "Yours"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Outside marks, and in marks that are not this quotation's, "I" is somebody else.
bool is_spoken(segment::Mark mark, bool nested) {
  if (nested) return mark == segment::Mark::nested;
  return mark == segment::Mark::inside || mark == segment::Mark::inside_single;
}

}  // namespace

void list_spoken_pronouns(const quotes::Context& context, const std::vector<Draft>& drafts,
                          std::vector<Entity>& entities) {
  std::map<std::uint32_t, std::size_t> meant;  // Entities by pronoun; the first quotation wins.
  for (const Draft& draft : drafts) {
    const Quotation& quotation = draft.quotation;
    if (quotation.kind == Quotation::Kind::indirect) continue;
    for (const WordRange words : draft.content) {
      for (std::uint32_t w = words.first; w < words.end; ++w) {
        const bool nested = quotation.parent.has_value();
        if (!is_spoken(context.segmented.words[w].mark, nested)) continue;
        const std::string_view word = context.word(w);
        if (quotation.speaker && is_one_of(of_speaker, word))
          meant.emplace(w, quotation.speaker->entity);
        if (quotation.addressee && is_one_of(of_addressee, word))
          meant.emplace(w, quotation.addressee->entity);
      }
    }
  }
  std::set<std::size_t> changed;
  for (const auto& [word, entity] : meant) {
    entities[entity].mentions.push_back(context.span({word, word + 1}));
    changed.insert(entity);
  }
  for (const std::size_t entity : changed) {
    auto& mentions = entities[entity].mentions;
    std::sort(mentions.begin(), mentions.end());
    mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
  }
}

}  // namespace quoth::attribution
