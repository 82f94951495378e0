#include "attribution/publication.h"

#include "attribution/dateline.h"

namespace quoth::attribution {

Publication publication_of(std::string_view text, std::string_view metadata) {
  Publication publication;
  publication.date = parse_iso(metadata);
  const auto stated = dateline_of(text);
  if (!publication.date && stated) {
    publication.date = stated;
    publication.from_text = true;
  }
  if (!publication.date) return publication;
  const bool is_day = publication.date->day != 0;
  if (stated && is_day && *stated != *publication.date)
    publication.notes.push_back("dateline_differs:" + to_iso(*stated));
  const auto last = last_date_in(text, text.size());
  if (last && is_day && *last > *publication.date)
    publication.notes.push_back("later_date_in_text:" + to_iso(*last));
  return publication;
}

}  // namespace quoth::attribution
