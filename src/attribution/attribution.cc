#include "attribution/attribution.h"

#include <utility>

#include "attribution/circumstances.h"
#include "attribution/flags.h"
#include "attribution/publication.h"
#include "attribution/speakers.h"
#include "attribution/spoken_pronouns.h"

namespace quoth::attribution {

Record attribute(std::string_view text, const segment::SegmentedText& segmented,
                 std::vector<quotes::Draft> drafts, entities::Resolution resolution,
                 std::string_view published) {
  static const Flags flags;  // Its word list is built into the library.
  const quotes::Context context{text, segmented};
  Publication publication = publication_of(text, published);
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    name_speaker(context, resolution, drafts, k);
    drafts[k].quotation.flags = flags.of(context, drafts[k]);
    add_circumstances(context, resolution, publication.date, drafts[k]);
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
