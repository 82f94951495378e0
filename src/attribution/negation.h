#pragma once

#include "base/rule_choice.h"
#include "entities/word_keys.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// A quotation whose words say that it was *not* said is negated, whatever the network read at the anchor. Immutable, thread-safe.
/// In Quotation::why:
///
///   negated:cue     the cue holds a word of negating_words.txt, or "n't"
///   negated:source  the source begins with one, or stands behind "not": "no witness said", "not everyone agreed"
class Negation {
 public:
  Negation() : negating_words_("negating_words") {}
  void correct(const quotes::Context& context, const base::RuleChoice& rules,
               quotes::Draft& draft) const;

 private:
  bool is_negated_source(const quotes::Context& context, std::uint32_t first) const;
  bool negates(const quotes::Context& context, std::uint32_t word) const;

  entities::WordSet negating_words_;
};

}  // namespace quoth::attribution
