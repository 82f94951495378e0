#include "attribution/evidence.h"

#include "attribution/quotation_clues.h"
#include "attribution/speaker_clues.h"

namespace quoth::attribution {

std::vector<Evidence> evidence_of(const quotes::Context& context,
                                  const std::vector<quotes::Draft>& drafts, const Record& record,
                                  std::string_view annotation) {
  const SpeakerClues speakers(record);
  const Clue habits{"annotation:" + std::string(annotation)};
  std::vector<Evidence> evidence(drafts.size());
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    evidence[k].quotation = quotation_clues(context, drafts, k);
    evidence[k].quotation.push_back(habits);
    if (!record.quotations[k].speaker) continue;
    evidence[k].speaker = speakers.of(drafts[k], k);
    evidence[k].speaker.push_back(habits);
  }
  return evidence;
}

}  // namespace quoth::attribution
