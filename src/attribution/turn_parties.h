#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "entities/resolver.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// Who takes part in each transcript of a document (quotes/turns.h). Where they are two who ask and answer, each speaks to the
/// other; where nearly all only ask, whoever answers has no label.
class TurnParties {
 public:
  TurnParties(const std::vector<quotes::Draft>& drafts, const entities::Resolution& resolution);

  /// addressee:other_party — REQUIRES: the draft has its speaker, and whom the network read as addressee.
  void find_addressee(quotes::Draft& draft) const;

 private:
  struct Parties {
    std::vector<std::optional<std::size_t>>
        speakers;  // Different ones; empty: a label that means nobody, or none. At most three.
    std::size_t questions = 0, answers = 0;  // Turns that ask, and that do not.
  };
  std::map<std::uint32_t, Parties> transcripts_;  // By their numbers.
};

}  // namespace quoth::attribution
