#include "attribution/turn_parties.h"

#include <algorithm>

namespace quoth::attribution {
namespace {

constexpr std::size_t enough = 3;  // Parties: one more than can talk to each other alone.
constexpr float other_party_confidence = 0.9F;

std::optional<std::size_t> party_of(const quotes::Draft& draft,
                                    const entities::Resolution& resolution) {
  if (draft.source.empty()) return {};
  const auto source = resolution.sources.find(draft.source.front());
  if (source == resolution.sources.end() || !source->second.entity) return {};
  return source->second.entity->entity;
}

}  // namespace

TurnParties::TurnParties(const std::vector<quotes::Draft>& drafts,
                         const entities::Resolution& resolution) {
  for (const quotes::Draft& draft : drafts) {
    if (draft.transcript == 0) continue;
    Parties& parties = transcripts_[draft.transcript];
    ++(draft.quotation.act == Quotation::Act::ask ? parties.questions : parties.answers);
    const auto party = party_of(draft, resolution);
    const bool known = std::find(parties.speakers.begin(), parties.speakers.end(), party) !=
                       parties.speakers.end();
    if (!known && parties.speakers.size() < enough) parties.speakers.push_back(party);
  }
}

void TurnParties::find_addressee(quotes::Draft& draft) const {
  const auto found = transcripts_.find(draft.transcript);
  if (found == transcripts_.end()) return;
  const Parties& parties = found->second;
  const bool talk = parties.questions > 0 && 2 * parties.answers > parties.questions;
  if (parties.speakers.size() != 2 || !talk) return;
  std::optional<std::size_t> speaker;
  if (draft.quotation.speaker) speaker = draft.quotation.speaker->entity;
  const auto other = parties.speakers[parties.speakers.front() == speaker ? 1 : 0];
  if (!other) return;
  draft.quotation.addressee = EntityReference{*other, other_party_confidence};
  draft.quotation.why.emplace_back("addressee:other_party");
}

}  // namespace quoth::attribution
