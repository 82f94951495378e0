#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotes/draft.h"
#include "tag/tagged_text.h"

namespace quoth::quotes {

/// What one party of a conversation says at a time: a label at a line's start, and all up to the next one.
///
///     ANA RUIZ   :   Why not?  We could.
///     └─label─┘ cue  └────content─────┘
struct Turn {
  segment::WordRange
      label;               ///< "Q", "Ana Ruiz"; empty: a question that nobody's name stands before.
  segment::WordRange cue;  ///< The colon; empty where the label has none ("(AR) Why?").
  segment::WordRange content;  ///< Never empty; may go on over paragraphs.
  bool asks = false;           ///< Ends in a question mark.
};

/// A run of turns, in text order.
using Transcript = std::vector<Turn>;

/// The transcripts of a text. A line's first words are a label where a colon follows them ("Q:", "MR. RUIZ:") or brackets hold them
/// ("(AR)"); "Q." and "A." are too. Lists have such lines as well ("Age: 34"), so a run of turns must look like talk:
///
///   - a label stands twice, is a name that the network tagged, or one of "Q", "A", "Question", "Answer";
///   - there are two labels and three turns (or a question and its answer), or one label behind two questions that have none;
///   - somebody asks, or all the labels are tagged names; and most turns end as sentences do.
std::vector<Transcript> read_transcripts(const Context& context,
                                         std::span<const tag::TaggedName> names);

/// "Q" and "Question", "A" and "Answer": parties by their part.
bool is_questioner(std::string_view label);
bool is_answerer(std::string_view label);

}  // namespace quoth::quotes
