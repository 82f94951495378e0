#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::search {

/// Something that somebody said, to be compared with what else they said. Borrows its text.
struct Saying {
  std::string_view text;     ///< UTF-8.
  bool is_denied = false;    ///< The record has it as negated, or as denied.
  std::int64_t article = 0;  ///< Of one article, all its versions, nothing is compared with itself.
  std::int64_t family = 0;   ///< Nor two renderings of one utterance; 0: none is known.
};

/// Two statements that share a topic and are of opposite polarity. That they contradict each other is for a reader to say.
struct Contrast {
  std::size_t a = 0, b = 0;  ///< Indices of statements, a < b.
  std::string
      why;  ///< "denied: …", "negation: …" or "opposite: …", with the words that they share.
};

/// The pairs that are most worth reading, the best first. Two statements share a topic when at least three words that weigh are common to
/// both, and those are at least half of the shorter one's. Then the first rule that holds:
///
///   denied     one of them is denied or negated as a whole
///   negation   "not", "never", "no" stands before a shared word in one of them
///   opposite   a word of the one and a word of the other are a pair of data/lexicon/opposites.txt
///
/// Time grows with the number of statements: words that more than 24 of them have lead to no pairs.
std::vector<Contrast> contrasts(std::span<const Saying> statements, std::size_t most);

}  // namespace quoth::search
