#pragma once

#include <span>
#include <vector>

#include "entities/mention.h"
#include "entities/pair_features.h"
#include "quoth/quotation.h"

namespace quoth::entities {

/// What the learnt scorer says of one mention: earlier entities by probability, and that of none.
struct Antecedents {
  std::vector<EntityReference> entities;  ///< Best first.
  float none = 1.0F;
};

/// Scores a mention against the entities of the mentions before it: query · key / 8 plus the weights of the pair's features,
/// against the score of having none (Lee et al. 2017, with named features in place of learnt ones).
class AntecedentScorer {
 public:
  /// `weights` is [9, 16].
  AntecedentScorer(std::span<const float> weights, const PairFeatures& features)
      : weights_(weights), features_(features) {}

  /// `allowed` tells of an entity's index whether it may be meant at all.
  template <typename Allowed>
  Antecedents score(const std::vector<Mention>& mentions, std::size_t j, Allowed allowed) const {
    std::vector<Scored> scored;
    const std::size_t start = j > most_antecedents ? j - most_antecedents : 0;
    for (std::size_t i = start; i < j; ++i) {
      const Mention& earlier = mentions[i];
      if (!earlier.entity || earlier.tagged->words.end > mentions[j].tagged->words.first) continue;
      if (allowed(*earlier.entity))
        scored.push_back({*earlier.entity, pair(earlier, mentions[j], j - i - 1)});
    }
    return normalised(scored, mentions[j].tagged->no_antecedent);
  }

 private:
  static constexpr std::size_t most_antecedents = 60;
  struct Scored {
    std::size_t entity;
    float score;
  };

  float pair(const Mention& i, const Mention& j, std::size_t mentions_between) const;
  static Antecedents normalised(const std::vector<Scored>& scored, float none);

  std::span<const float> weights_;
  const PairFeatures& features_;
};

}  // namespace quoth::entities
