#include "attribution/flags.h"

namespace quoth::attribution {

std::vector<std::string> Flags::of(const quotes::Context& context,
                                   const quotes::Draft& draft) const {
  std::vector<std::string> flags;
  if (draft.quotation.negated) return flags;
  for (const segment::WordRange cue : draft.cue) {
    for (std::uint32_t w = cue.first; w < cue.end; ++w) {
      if (!denying_cues_.contains(context.word(w))) continue;
      flags.emplace_back("denied");
      return flags;
    }
  }
  return flags;
}

}  // namespace quoth::attribution
