#include "entities/nearby_persons.h"

#include <algorithm>

namespace quoth::entities {
namespace {

using segment::WordRange;

// Mentions looked at: a text without paragraphs must not cost the square of its length.
constexpr std::size_t farthest = 200;

std::size_t paragraph_of(const segment::SegmentedText& text, const Mention& mention) {
  const auto after =
      std::upper_bound(text.paragraphs.begin(), text.paragraphs.end(), mention.tagged->words.first,
                       [](std::uint32_t w, WordRange p) { return w < p.first; });
  return static_cast<std::size_t>(after - text.paragraphs.begin());
}

/// What the walk back from the pronoun has found.
struct Found {
  std::optional<std::size_t> nearest, speaker;
  bool several = false;
};

}  // namespace

std::optional<NearbyPerson> nearby_person(const segment::SegmentedText& text,
                                          const std::vector<Mention>& mentions, std::size_t j,
                                          const std::function<bool(std::size_t)>& fits) {
  const std::size_t here = paragraph_of(text, mentions[j]);
  std::size_t paragraph = here;
  Found found;
  for (std::size_t i = j; i-- > (j > farthest ? j - farthest : 0);) {
    const Mention& earlier = mentions[i];
    const std::size_t at = paragraph_of(text, earlier);
    if (at + 1 < here || (at < paragraph && found.nearest)) break;
    paragraph = at;
    const bool before = earlier.tagged->words.end <= mentions[j].tagged->words.first;
    if (!earlier.entity || earlier.mark >= 0 || !before || !fits(*earlier.entity)) continue;
    found.several = found.several || (found.nearest && *found.nearest != *earlier.entity);
    if (!found.nearest) found.nearest = earlier.entity;
    const bool is_source = earlier.tagged->origin == tag::TaggedMention::Origin::source;
    if (is_source && !found.speaker && at == here) found.speaker = earlier.entity;
    if (found.several && found.speaker) break;
  }
  if (found.nearest && !found.several)
    return NearbyPerson{*found.nearest, "coref:only_person_near"};
  if (found.speaker) return NearbyPerson{*found.speaker, "coref:last_speaker"};
  return {};
}

}  // namespace quoth::entities
