#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "attribution/evidence.h"
#include "quotes/draft.h"
#include "quoth/record.h"

namespace quoth::attribution {

/// Tells whether a record's speakers are right. Borrows the record; made once a document.
///
///   resolver              log odds of the resolver's own confidence
///   why:…                 the rule that named the speaker
///   type:…, kind:…, nested
///   link                  log odds of the network's confidence in the quotation
///   second                confidence of the best other candidate
///   persons_near          logarithm of the number of persons mentioned shortly before
///   unseen                logarithm of the bytes since the speaker was mentioned last
///   mentions              logarithm of the number of its mentions
///   one_word              its name is one word
///   joint                 several speak
class SpeakerClues {
 public:
  explicit SpeakerClues(const Record& record);
  /// REQUIRES: quotation `index` has a speaker. `draft` is what it was made from.
  Clues of(const quotes::Draft& draft, std::size_t index) const;

 private:
  struct Near {
    std::uint32_t persons = 0;
    std::uint32_t unseen = 0;
  };
  Near look_back(std::uint32_t at, std::size_t speaker) const;

  const Record& record_;
  std::vector<std::pair<std::uint32_t, std::size_t>>
      mentions_;  // Start in bytes, entity; ascending.
};

}  // namespace quoth::attribution
