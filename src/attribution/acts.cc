#include "attribution/acts.h"

#include <algorithm>

namespace quoth::attribution {

using quotes::Context;
using quotes::Draft;
using segment::WordRange;

namespace {

/// "The Times reports" may be written or not: the gold calls it said, five times of six.
bool is_report(std::string_view word) { return word == "reports" || word == "report"; }

}  // namespace

void Acts::correct(const Context& context, const base::RuleChoice& rules, Draft& draft) const {
  if (draft.quotation.act != Quotation::Act::say) return;
  const char* rule = is_writing_cue(context, draft)      ? "act:writing_cue"
                     : is_written_medium(context, draft) ? "act:written_medium"
                                                         : nullptr;
  if (rule == nullptr || !rules.has(rule)) return;
  draft.quotation.act = Quotation::Act::write;
  draft.quotation.why.emplace_back(rule);
}

bool Acts::is_writing_cue(const Context& context, const Draft& draft) const {
  for (const WordRange cue : draft.cue) {
    for (std::uint32_t w = cue.first; w < cue.end; ++w) {
      if (is_report(context.word(w))) continue;
      if (writing_verbs_.contains(context.word(w)) || written_media_.contains(context.word(w)))
        return true;
    }
  }
  return false;
}

bool Acts::is_written_medium(const Context& context, const Draft& draft) const {
  if (!draft.quotation.medium) return false;
  const Span medium = *draft.quotation.medium;
  const auto& words = context.segmented.words;
  auto word = std::lower_bound(
      words.begin(), words.end(), medium.start,
      [](const segment::Word& w, std::size_t start) { return w.span.start < start; });
  for (; word != words.end() && word->span.end <= medium.end; ++word) {
    if (written_media_.contains(context.word(static_cast<std::uint32_t>(word - words.begin()))))
      return true;
  }
  return false;
}

}  // namespace quoth::attribution
