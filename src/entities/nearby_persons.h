#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "entities/mention.h"

namespace quoth::entities {

/// Whom "he" or "she" outside quotation marks means, where the text around it leaves little choice. Named rules, in order:
///
///   only_person_near  the one person who fits and is spoken of outside marks before it in its paragraph, else in the one before
///   last_speaker      the last of several such persons of its paragraph who is the source of a quotation
struct NearbyPerson {
  std::size_t entity = 0;
  const char* rule = "";
};

/// `fits` tells of an entity's index whether it is a person whom the pronoun may mean. REQUIRES: mentions before `j` are
/// resolved.
std::optional<NearbyPerson> nearby_person(const segment::SegmentedText& text,
                                          const std::vector<Mention>& mentions, std::size_t j,
                                          const std::function<bool(std::size_t)>& fits);

}  // namespace quoth::entities
