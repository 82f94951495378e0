#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "database/connection.h"

namespace quoth::database {

/// What people decided about who is who (tables merge and split), applied to what the rules found. Held in memory: decisions are few.
class Overlay {
 public:
  explicit Overlay(Connection& connection);

  /// The identity that is meant by `identity` for an entity of this name (as kb::alias_key() writes it) in this article.
  std::int64_t apply(std::int64_t identity, const std::string& name, std::int64_t sighting) const;

  /// The identity into which this one was merged, itself where it was not.
  std::int64_t root_of(std::int64_t identity) const;

  bool is_empty() const noexcept { return merges_.empty() && names_.empty() && sightings_.empty(); }

 private:
  std::map<std::int64_t, std::int64_t> merges_;
  std::map<std::pair<std::int64_t, std::string>, std::int64_t> names_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> sightings_;
};

}  // namespace quoth::database
