#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "database/connection.h"

namespace quoth::database {

/// The newest articles that somebody is in (table entity), as ids of versions. Kept once they were read, within limits, since whoever is in one article of the day is
/// in the next. One thread, its connection's. REQUIRES: while it lives nobody else writes to the record.
class NewestVersions {
 public:
  static constexpr std::size_t most = 16;

  explicit NewestVersions(Connection& connection);

  /// The newest first, as often as the version names them. Valid until the next call.
  std::span<const std::int64_t> of(std::int64_t identity);

  /// A row was added. REQUIRES: it is of no version before those that the identity is in, unless nobody was asked for since forget().
  void add(std::int64_t identity, std::int64_t version);

  /// Rows were removed: all is read anew.
  void forget() noexcept;

 private:
  struct Versions {
    std::size_t count = 0;
    std::array<std::int64_t, most> ids{};
  };

  Statement rows_;
  std::unordered_map<std::int64_t, Versions> kept_;  // By identity.
};

}  // namespace quoth::database
