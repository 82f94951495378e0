#include "attribution/attribution.h"

#include <utility>

#include "attribution/acts.h"
#include "attribution/circumstances.h"
#include "attribution/dateline.h"
#include "attribution/exchange.h"
#include "attribution/flags.h"
#include "attribution/negation.h"
#include "attribution/publication.h"
#include "attribution/second_hand.h"
#include "attribution/second_person.h"
#include "attribution/speakers.h"
#include "attribution/spoken_pronouns.h"
#include "attribution/turn_parties.h"

namespace quoth::attribution {

Record attribute(std::string_view text, const segment::SegmentedText& segmented,
                 std::vector<quotes::Draft> drafts, entities::Resolution resolution,
                 std::string_view published, const base::RuleChoice& rules) {
  static const Flags flags;  // Word lists are built into the library.
  static const Acts acts;
  static const Exchange exchange;
  static const Negation negation;
  const quotes::Context context{text, segmented};
  const SecondPerson second_person(resolution.entities);
  Publication publication = publication_of(text, published);
  NamedDates named(text);
  const TurnParties parties(drafts, resolution);
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    name_speaker(context, resolution, rules, drafts, k);
    negation.correct(context, rules, drafts[k]);
    drafts[k].quotation.flags = flags.of(context, drafts[k]);
    add_circumstances(context, resolution, publication.date, named, drafts[k]);
    if (rules.has("addressee:other_party")) parties.find_addressee(drafts[k]);
    acts.correct(context, rules, drafts[k]);
  }
  if (rules.has("second_hand")) flag_second_hand(resolution, drafts);
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    if (rules.has("addressee:vocative")) second_person.find_addressee(context, drafts[k]);
    exchange.hand_on(context, rules, drafts, k);
    if (rules.has("about:you")) second_person.add_subject(context, drafts[k]);
  }
  list_spoken_pronouns(context, drafts, resolution.entities);
  Record record;
  record.entities = std::move(resolution.entities);
  if (publication.from_text) record.published = to_iso(*publication.date);
  record.notes = std::move(publication.notes);
  for (quotes::Draft& draft : drafts) record.quotations.push_back(std::move(draft.quotation));
  return record;
}

}  // namespace quoth::attribution
