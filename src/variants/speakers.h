#pragma once

#include <cstdint>

#include "variants/utterance.h"

namespace quoth::variants {

/// How the speakers of two renderings go together.
enum class SpeakerMatch : std::uint8_t {
  same,  ///< One id, or names of which one may be short for the other: "Obama", "Barack Obama".
  unknown,  ///< One of them is nobody by name, or they are a person and an organisation that may speak by him.
  conflict,
};

SpeakerMatch match(const Speaker& a, const Speaker& b);

/// Whether the speaker has a name: of a person, an organisation or a group.
bool is_named(const Speaker& speaker) noexcept;

/// A hash of what all names of a speaker share: a person's last word, of others their first three letters. 0: nobody is named.
std::uint64_t name_hash(const Speaker& speaker);

}  // namespace quoth::variants
