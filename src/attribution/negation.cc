#include "attribution/negation.h"

namespace quoth::attribution {

using quotes::Context;
using quotes::Draft;
using segment::WordRange;

void Negation::correct(const Context& context, const base::RuleChoice& rules, Draft& draft) const {
  if (draft.quotation.negated) return;
  const char* rule = nullptr;
  if (!draft.source.empty() && is_negated_source(context, draft.source.front().first))
    rule = "negated:source";
  for (const WordRange cue : draft.cue) {
    for (std::uint32_t w = cue.first; w < cue.end; ++w) {
      if (negates(context, w)) rule = "negated:cue";
    }
  }
  if (rule == nullptr || !rules.has(rule)) return;
  draft.quotation.negated = true;
  draft.quotation.why.emplace_back(rule);
}

bool Negation::is_negated_source(const Context& context, std::uint32_t first) const {
  const bool not_before =
      first > 0 && (context.word(first - 1) == "not" || context.word(first - 1) == "Not");
  return not_before || negates(context, first);
}

/// "n't" is three words: "didn", an apostrophe, "t". "Not only" says it all the same, "not guilty" is what is said, and who has
/// "no doubt whatsoever" is sure.
bool Negation::negates(const Context& context, std::uint32_t word) const {
  const std::string_view text = context.word(word);
  if (text == "t" && word > 0 && context.is_punctuation(word - 1)) return true;
  if (word + 1 < context.segmented.words.size()) {
    const std::string_view next = context.word(word + 1);
    if (next == "only" || next == "guilty" || next == "doubt" || next == "doubts") return false;
  }
  return negating_words_.contains(text);
}

}  // namespace quoth::attribution
