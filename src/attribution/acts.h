#pragma once

#include "base/rule_choice.h"
#include "entities/word_keys.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// Corrects the act that the network read at the anchor by what it does not see there. Immutable, thread-safe. In order; the first that
/// applies is named in Quotation::why as "act:RULE":
///
///   writing_cue     the cue holds a word of writing_verbs.txt or written_media.txt ("according to a letter by", but not "reports"): write, not say
///   written_medium  the medium holds a word of written_media.txt ("said in a statement"): write, not say
class Acts {
 public:
  Acts() : written_media_("written_media"), writing_verbs_("writing_verbs") {}

  /// REQUIRES: the quotation has its medium.
  void correct(const quotes::Context& context, const base::RuleChoice& rules,
               quotes::Draft& draft) const;

 private:
  bool is_writing_cue(const quotes::Context& context, const quotes::Draft& draft) const;
  bool is_written_medium(const quotes::Context& context, const quotes::Draft& draft) const;

  entities::WordSet written_media_, writing_verbs_;
};

}  // namespace quoth::attribution
