#include "variants/likeness.h"

#include <algorithm>
#include <array>

#include "variants/difference_rules.h"

namespace quoth::variants {
namespace {

constexpr std::int32_t month = 31;  // Days.

/// Least evidence for a join. All must hold; the rules are asked in order, and the first that is about the pair decides.
struct Demand {
  bool (*is_about)(const Likeness&);
  float cover, overlap;
  std::uint32_t heavy, plain, longest_run;
};

bool is_reported(const Likeness& like) { return !like.is_verbatim; }
bool is_anybodys(const Likeness& like) { return like.speakers == SpeakerMatch::unknown; }

constexpr std::array<Demand, 11> demands = {{
    // Two people do not say the same by chance at length: one of the articles names the wrong one.
    {[](const Likeness& like) { return like.speakers == SpeakerMatch::conflict; }, 0.9F, 0.8F, 9, 6,
     8},
    // "The quake struck 10 km deep" is said of each quake anew.
    {[](const Likeness& like) { return like.facts_differ && is_reported(like); }, 0.8F, 0.6F, 7, 4,
     5},
    {[](const Likeness& like) { return like.facts_differ; }, 0.75F, 0.4F, 5, 4, 4},
    {[](const Likeness& like) { return is_anybodys(like) && like.is_far; }, 0.85F, 0.0F, 8, 5, 6},
    // What nobody by name is reported to say may be a topic: "on the representation referendum".
    {[](const Likeness& like) { return is_anybodys(like) && is_reported(like); }, 0.85F, 0.25F, 8,
     4, 5},
    {is_anybodys, 0.75F, 0.0F, 5, 3, 4},
    {[](const Likeness& like) { return like.is_institution && is_reported(like); }, 0.75F, 0.35F, 8,
     4, 4},
    {[](const Likeness& like) { return like.is_institution; }, 0.85F, 0.0F, 6, 4, 5},
    // A speaker repeats himself.
    {[](const Likeness& like) { return like.is_far; }, 0.75F, 0.0F, 5, 3, 4},
    {is_reported, 0.7F, 0.0F, 5, 3, 3},
    {[](const Likeness&) { return true; }, 0.6F, 0.0F, 3, 2, 3},
}};

constexpr float most_spread = 2.0F;

}  // namespace

Likeness likeness(const Utterance& a, const Utterance& b, const Words& words_a,
                  const Words& words_b, const Alignment& alignment) {
  Likeness like;
  like.speakers = match(a.speaker, b.speaker);
  const std::uint32_t weight_a = words_a.weight(), weight_b = words_b.weight();
  const float shared = static_cast<float>(alignment.shared_weight);
  like.cover = shared / static_cast<float>(std::max(1U, std::min(weight_a, weight_b)));
  like.overlap = shared / static_cast<float>(std::max(1U, std::max(weight_a, weight_b)));
  like.heavy = alignment.shared_heavy;
  like.plain = alignment.shared_plain;
  like.longest_run = alignment.longest_kept;
  like.is_verbatim = a.kind == Quotation::Kind::direct && b.kind == Quotation::Kind::direct;
  like.is_institution =
      a.speaker.type == EntityType::organization || b.speaker.type == EntityType::organization;
  like.is_far = a.day != Utterance::no_day && b.day != Utterance::no_day &&
                (a.day > b.day ? a.day - b.day : b.day - a.day) > month;
  const bool a_is_longer = words_a.size() >= words_b.size();
  const std::size_t shorter = std::min(words_a.size(), words_b.size());
  std::uint32_t first = 0xFFFFFFFFU, end = 0;
  for (const Edit& edit : alignment.edits) {
    if (edit.kind == Edit::Kind::kept) {
      const WordRange in_longer = a_is_longer ? edit.a : edit.b;
      first = std::min(first, in_longer.first);
      end = std::max(end, in_longer.end);
      continue;
    }
    const EditInContext context{edit.kind, {&words_a, edit.a}, {&words_b, edit.b}, a.kind, b.kind};
    if (edit.kind == Edit::Kind::replaced && (changes_number(context) || swaps_entity(context)))
      like.facts_differ = true;
  }
  if (end > first && shorter > 0)
    like.spread = static_cast<float>(end - first) / static_cast<float>(shorter);
  return like;
}

bool is_same_utterance(const Likeness& like) noexcept {
  const auto* demand = std::find_if(demands.begin(), demands.end(),
                                    [&](const Demand& one) { return one.is_about(like); });
  return like.cover >= demand->cover && like.overlap >= demand->overlap &&
         like.heavy >= demand->heavy && like.plain >= demand->plain &&
         like.longest_run >= demand->longest_run && like.spread <= most_spread;
}

}  // namespace quoth::variants
