#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entities/word_keys.h"
#include "quotes/draft.h"

namespace quoth::attribution {

/// Gives quotations their flags (an open set). Immutable, thread-safe.
///
///   denied   the cue says that the content is not so: "denied that …"; where the saying itself is negated ("did not deny") it is not given
class Flags {
 public:
  Flags() : denying_cues_("denying_cues") {}
  std::vector<std::string> of(const quotes::Context& context, const quotes::Draft& draft) const;

 private:
  entities::WordSet denying_cues_;
};

}  // namespace quoth::attribution
