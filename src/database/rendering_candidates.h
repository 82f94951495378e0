#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "database/connection.h"
#include "variants/words.h"

namespace quoth::database {

/// Which quotations of the record may render the same utterance, asked of the index of words: those in which neighbouring words that weigh
/// stand near one another too, twice or more. Few and quick, where src/variants' own index would have to be built of the whole record first.
class RenderingCandidates {
 public:
  /// REQUIRES: the connection outlives this.
  explicit RenderingCandidates(Connection& connection);

  /// At most 24, those with the most common neighbours first, equal ones the newest first. The utterance's own quotation is among them.
  std::vector<std::int64_t> of(std::string_view content);

 private:
  Statement near_;
  variants::Words words_;
  std::string query_;
  std::unordered_map<std::int64_t, std::uint32_t> hits_;
};

}  // namespace quoth::database
