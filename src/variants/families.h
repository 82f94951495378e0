#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "variants/difference_classes.h"
#include "variants/utterance.h"

namespace quoth::variants {

/// The renderings of one utterance.
struct Family {
  std::uint32_t head = 0;  ///< The fullest rendering: index of an utterance.
  std::vector<std::uint32_t>
      members;  ///< By day, the head among them; unknown days last, equal ones by index.
  std::uint32_t publishers = 0;  ///< How many different ones.
  std::uint32_t exact = 0;       ///< Members whose words are all the head's, the head among them.

  std::uint32_t first_sighting() const noexcept { return members.front(); }
  std::uint32_t altered() const noexcept {
    return static_cast<std::uint32_t>(members.size()) - exact;
  }
};

/// Joins renderings of one utterance. Gives the families of two and more, by their least member; no utterance is in two. The answer depends
/// on the utterances and their order alone. Time grows with their size; memory beyond the result is some 500 bytes an utterance of 25 words.
///
/// Each member is compared with its family's head and must be like it: a chain of small changes does not lead from one statement to
/// another. The longest come first, so that heads are the fullest and fragments of different ends meet in them.
std::vector<Family> join(std::span<const Utterance> utterances);

}  // namespace quoth::variants
