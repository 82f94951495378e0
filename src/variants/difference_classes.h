#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "variants/alignment.h"
#include "variants/utterance.h"
#include "variants/words.h"

namespace quoth::variants {

/// What two renderings differ in; docs/variants.md has an example of each. Do not renumber.
enum class DifferenceClass : std::uint8_t {
  identical = 0,
  punctuation_or_spelling = 1,
  ellipsis = 2,
  bracket_insertion = 3,
  truncation = 4,
  reordering = 5,
  wording = 6,
  negation = 7,
  number_or_amount = 8,
  modality = 9,
  hedge_dropped = 10,  ///< Or added.
  entity_swapped = 11,
  pronoun_swapped = 12,
  speaker_changed = 13,
};
constexpr std::size_t difference_class_count = 14;

/// none: identical. editing: what editors do to any quotation. notable: other words. grave: it may say something else.
enum class Severity : std::uint8_t { none, editing, notable, grave };

const char* name(DifferenceClass difference) noexcept;
const char* name(Severity severity) noexcept;

/// A class and the edit that shows it.
struct Finding {
  static constexpr std::size_t whole = static_cast<std::size_t>(-1);

  DifferenceClass difference = DifferenceClass::identical;
  std::size_t edit = whole;  ///< Index into Alignment::edits; whole: the renderings as such.
};

struct Differences {
  std::vector<Finding> findings;  ///< In the order of the edits, those of the whole last.
  Severity severity = Severity::none;

  bool has(DifferenceClass difference) const noexcept;
};

/// REQUIRES: the words and the alignment are those of the two utterances. Ordered rules judge each edit; those above "wording" in the list
/// explain it, so that only what nothing explains is other wording. Symmetric but for the direction of the edits.
Differences classify(const Utterance& a, const Utterance& b, const Words& words_a,
                     const Words& words_b, const Alignment& alignment);

}  // namespace quoth::variants
