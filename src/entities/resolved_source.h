#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/quotation.h"

namespace quoth::entities {

/// What a source mention was resolved to.
struct ResolvedSource {
  std::optional<EntityReference> entity;
  std::vector<EntityReference>
      candidates;   ///< Best first, at most three; filled when `entity` came from the scorer.
  std::string why;  ///< "source:name", "coref:surname", "coref:pronoun", …
  std::uint8_t pronoun = 0;  ///< The class of a source that is one pronoun.
};

constexpr float name_confidence = 0.95F;  ///< Of an entity that is named.
constexpr float nearby_confidence =
    0.9F;  ///< Of a pronoun's entity by the rules of nearby_persons.h.
constexpr float noun_confidence = 0.9F;  ///< Of a common noun's entity by a rule.

}  // namespace quoth::entities
