#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.h"
#include "variants/utterance.h"

namespace quoth::database {

/// The quotations that are shown (states 0 to 2), as src/variants joins them: ordered by day, publisher, key, version and place in the
/// text, so that the order in which articles were added does not count. Owns all text; some 300 bytes a quotation.
class Utterances {
 public:
  struct Origin {
    std::int64_t quotation = 0, sighting = 0;
  };

  /// Reads all, or nothing and the connection has the error.
  explicit Utterances(Connection& connection);
  /// Those of these ids, in whatever order; ids of none are left out.
  Utterances(Connection& connection, std::vector<std::int64_t> quotations);

  std::span<const variants::Utterance> all() const noexcept { return utterances_; }
  const Origin& origin(std::size_t index) const noexcept { return origins_[index]; }

 private:
  void read(Connection& connection, Statement& versions, std::span<const std::int64_t> wanted);
  std::string_view kept(std::string_view text);

  std::pmr::monotonic_buffer_resource memory_;
  std::vector<variants::Utterance> utterances_;
  std::vector<Origin> origins_;
};

}  // namespace quoth::database
