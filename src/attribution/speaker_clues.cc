#include "attribution/speaker_clues.h"

#include <algorithm>
#include <string>

#include "attribution/quotation_clues.h"

namespace quoth::attribution {
namespace {

constexpr std::size_t most_mentions = 64;  // Looked at before a quotation.
constexpr std::uint32_t near_bytes = 400;  // How far "shortly before" reaches.
constexpr std::uint32_t farthest =
    4000;  // Bytes; who was not mentioned within them counts as never.

/// Where the speaker is to be looked for: its source, else the cue, else the content.
std::uint32_t place_of(const Quotation& quotation) {
  if (!quotation.source.empty()) return quotation.source.front().start;
  if (!quotation.cue.empty()) return quotation.cue.front().start;
  return quotation.content.front().start;
}

float confidence_of_second(const Quotation& quotation) {
  for (const EntityReference& candidate : quotation.candidates) {
    if (candidate.entity != quotation.speaker->entity) return candidate.confidence;
  }
  return 0.0F;
}

}  // namespace

SpeakerClues::SpeakerClues(const Record& record) : record_(record) {
  for (std::size_t k = 0; k < record.entities.size(); ++k) {
    for (const Span mention : record.entities[k].mentions) mentions_.emplace_back(mention.start, k);
  }
  std::sort(mentions_.begin(), mentions_.end());
}

SpeakerClues::Near SpeakerClues::look_back(std::uint32_t at, std::size_t speaker) const {
  Near near;
  near.unseen = farthest;
  std::vector<std::size_t> persons;
  auto mention =
      std::lower_bound(mentions_.begin(), mentions_.end(), std::make_pair(at, std::size_t{0}));
  for (std::size_t k = 0; k < most_mentions && mention != mentions_.begin(); ++k) {
    --mention;
    const std::uint32_t bytes = at - mention->first;
    if (bytes > farthest) break;
    if (mention->second == speaker) near.unseen = std::min(near.unseen, bytes);
    const bool is_person = record_.entities[mention->second].type == EntityType::person;
    if (is_person && bytes <= near_bytes) persons.push_back(mention->second);
  }
  std::sort(persons.begin(), persons.end());
  near.persons =
      static_cast<std::uint32_t>(std::unique(persons.begin(), persons.end()) - persons.begin());
  return near;
}

Clues SpeakerClues::of(const quotes::Draft& draft, std::size_t index) const {
  const Quotation& quotation = record_.quotations[index];
  const Entity& entity = record_.entities[quotation.speaker->entity];
  const Near near = look_back(place_of(quotation), quotation.speaker->entity);
  Clues clues;
  clues.push_back({"resolver", log_odds(quotation.speaker->confidence)});
  // Naming is the first thing that attribution does: its reason follows those that the draft brought.
  const std::size_t reason = draft.quotation.why.size();
  if (reason < quotation.why.size()) clues.push_back({"why:" + quotation.why[reason]});
  clues.push_back({std::string("type:") + name(entity.type)});
  clues.push_back({std::string("kind:") + name(quotation.kind)});
  if (quotation.parent) clues.push_back({"nested"});
  clues.push_back({"link", log_odds(draft.quotation.confidence)});
  clues.push_back({"second", confidence_of_second(quotation)});
  clues.push_back({"persons_near", log_count(near.persons)});
  clues.push_back({"unseen", log_count(near.unseen)});
  clues.push_back({"mentions", log_count(static_cast<double>(entity.mentions.size()))});
  if (entity.name.find(' ') == std::string::npos) clues.push_back({"one_word"});
  if (!entity.members.empty()) clues.push_back({"joint"});
  return clues;
}

}  // namespace quoth::attribution
