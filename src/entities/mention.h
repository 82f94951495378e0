#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "entities/word_keys.h"
#include "segment/segmented_text.h"
#include "tag/tagged_text.h"

namespace quoth::entities {

/// A tagged mention with all that the features of a pair need (docs/formats/model.md, last section).
struct Mention {
  const tag::TaggedMention* tagged = nullptr;
  segment::WordRange
      core_words;  ///< The first name of a person or organisation in it, else the mention without articles.
  Core core;
  std::uint32_t sentence = 0;
  std::uint8_t type = 4;     ///< person 0, organization 1, place 2, misc 3, none 4.
  std::uint8_t pronoun = 0;  ///< Class; 0: none.
  std::int32_t mark = -1;    ///< Outermost marked range around it; −1: outside.
  bool holds_source = false;
  std::optional<std::size_t> entity;  ///< Set as resolution goes on.
};

}  // namespace quoth::entities
