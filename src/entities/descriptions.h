#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "entities/name_sieve.h"
#include "entities/word_keys.h"

namespace quoth::entities {

/// By what noun the text introduces its names, so that "the spokesman" and "the party" can mean one of them later:
///
///   role   of a person: the noun right before the name ("White House spokesman Tony Snow"), or the head of the phrase after its comma
///          ("Ana Ruiz, the mayor of Oslo,")
///   kind   of an organisation: the last word of its name ("Labour Party"), or its first before "of" ("University of Oslo")
class Descriptions {
 public:
  Descriptions(const WordReader& reader, const NameGroups& groups, const WordSet& breakers);

  /// The group introduced last before `word` by the noun with this key.
  std::optional<std::size_t> person_with_role(WordKey role, std::uint32_t word) const {
    return last_before(roles_, role, word);
  }
  std::optional<std::size_t> organization_of_kind(WordKey kind, std::uint32_t word) const {
    return last_before(kinds_, kind, word);
  }

 private:
  struct Introduction {
    std::uint32_t word = 0;  ///< Where the name starts.
    std::size_t group = 0;
  };
  using Index = std::map<WordKey, std::vector<Introduction>>;

  static std::optional<std::size_t> last_before(const Index& index, WordKey noun,
                                                std::uint32_t word);

  Index roles_, kinds_;  // Each list in text order.
};

}  // namespace quoth::entities
