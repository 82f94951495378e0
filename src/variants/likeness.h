#pragma once

#include <cstdint>

#include "variants/alignment.h"
#include "variants/speakers.h"
#include "variants/utterance.h"
#include "variants/words.h"

namespace quoth::variants {

/// What speaks for two renderings being of one utterance.
struct Likeness {
  SpeakerMatch speakers = SpeakerMatch::unknown;
  float cover = 0;    ///< Share of the shorter one that the longer one has, by weight, 0 to 1.
  float overlap = 0;  ///< The same of the longer one.
  std::uint32_t heavy = 0;        ///< Common words that weigh.
  std::uint32_t plain = 0;        ///< Those of them that are no names, numbers or titles.
  std::uint32_t longest_run = 0;  ///< Words.
  float spread =
      0;  ///< How many times its size the shorter one is strewn over the longer one, 1 or more.
  bool is_far = false;          ///< More than a month apart.
  bool is_verbatim = false;     ///< Both direct.
  bool is_institution = false;  ///< An organisation speaks: it says like things of like events.
  bool facts_differ = false;    ///< Another number or name stands in one.
};

Likeness likeness(const Utterance& a, const Utterance& b, const Words& words_a,
                  const Words& words_b, const Alignment& alignment);

/// Whether they are renderings of one utterance. Errs to the side of no: a wrong join makes somebody say what he did not.
bool is_same_utterance(const Likeness& likeness) noexcept;

}  // namespace quoth::variants
