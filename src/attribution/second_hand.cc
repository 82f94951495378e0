#include "attribution/second_hand.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace quoth::attribution {
namespace {

using quotes::Draft;

constexpr std::uint8_t first_person = 5;
constexpr int deepest = 4;  // Quotations around one that are looked at.

/// The class of a source that is one pronoun; 0: it is none.
std::uint8_t pronoun_of(const Draft& draft, const entities::Resolution& resolution) {
  if (draft.source.empty()) return 0;
  const auto source = resolution.sources.find(draft.source.front());
  return source == resolution.sources.end() ? std::uint8_t{0} : source->second.pronoun;
}

/// A member speaks where its group does.
bool is_among(const entities::Resolution& resolution, std::size_t entity, std::size_t group) {
  const auto& members = resolution.entities[group].members;
  return entity == group || std::find(members.begin(), members.end(), entity) != members.end();
}

bool is_other_voice(const Draft& inner, const Draft& outer,
                    const entities::Resolution& resolution) {
  const std::uint8_t pronoun = pronoun_of(inner, resolution);
  if (pronoun == first_person) return false;
  const auto& speaker = inner.quotation.speaker;
  const auto& reporter = outer.quotation.speaker;
  if (speaker && reporter) {
    return !is_among(resolution, speaker->entity, reporter->entity) &&
           !is_among(resolution, reporter->entity, speaker->entity);
  }
  if (speaker) return true;  // Nobody is named who reports it.
  return pronoun == 0 && !inner.source.empty();
}

}  // namespace

void flag_second_hand(const entities::Resolution& resolution, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    std::optional<std::size_t> outer = draft.quotation.parent;
    for (int depth = 0; outer && depth < deepest; ++depth) {
      if (is_other_voice(draft, drafts[*outer], resolution)) {
        draft.quotation.flags.emplace_back("second_hand");
        break;
      }
      outer = drafts[*outer].quotation.parent;
    }
  }
}

}  // namespace quoth::attribution
