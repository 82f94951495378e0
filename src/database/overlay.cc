#include "database/overlay.h"

namespace quoth::database {

Overlay::Overlay(Connection& connection) {
  Statement merges(connection, "SELECT identity, into_identity FROM merge");
  while (merges.next()) merges_[merges.integer(0)] = merges.integer(1);
  Statement splits(connection, "SELECT identity, name, sighting, own FROM split ORDER BY id");
  while (splits.next()) {
    if (splits.is_null(2)) {
      names_[{splits.integer(0), std::string(splits.text(1))}] = splits.integer(3);
    } else {
      sightings_[{splits.integer(0), splits.integer(2)}] = splits.integer(3);
    }
  }
}

std::int64_t Overlay::root_of(std::int64_t identity) const {
  // As many steps as there are merges, in case a damaged record has a ring of them.
  for (std::size_t step = 0; step <= merges_.size(); ++step) {
    const auto merge = merges_.find(identity);
    if (merge == merges_.end()) break;
    identity = merge->second;
  }
  return identity;
}

std::int64_t Overlay::apply(std::int64_t identity, const std::string& name,
                            std::int64_t sighting) const {
  identity = root_of(identity);
  if (const auto own = sightings_.find({identity, sighting}); own != sightings_.end())
    return root_of(own->second);
  if (const auto own = names_.find({identity, name}); own != names_.end())
    return root_of(own->second);
  return identity;
}

}  // namespace quoth::database
