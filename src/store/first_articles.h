#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/near_duplicates.h"

namespace quoth::store {

/// Which articles are the first of their like, by document id, with a log from which the same can be told after an interruption.
/// Memory: 0.4 kB a first article that is not forgotten (ingest::NearDuplicates). Not thread-safe.
class FirstArticles {
 public:
  using Signature = ingest::NearDuplicates::Signature;

  explicit FirstArticles(std::size_t most = ingest::NearDuplicates::most) : articles_(most) {}

  /// The id of the first article that one with this signature nearly repeats; nothing: it is the first, and `log` gets a line of it.
  std::optional<std::string> first_like(const Signature& signature, std::string_view id,
                                        std::string& log);

  /// Shows the first articles of a log again. False: it is none, or only a part of one.
  bool restore(std::string_view log);

 private:
  ingest::NearDuplicates articles_;
  std::deque<std::string> ids_;  ///< Of those that are not forgotten, in order.
};

}  // namespace quoth::store
