#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/calendar_date.h"

namespace quoth::attribution {

/// When a text was published, as far as that is known.
struct Publication {
  std::optional<CalendarDate> date;
  bool from_text = false;          ///< From the text's own date line, for want of metadata.
  std::vector<std::string> notes;  ///< For the record's doc.notes.
};

/// `metadata` (may be empty) is what the input says: an ISO 8601 date or timestamp; other forms count as unknown. Notes, one each:
///
///   dateline_differs:2011-05-02    the text's date line states another day than the metadata
///   later_date_in_text:2018-11-20  the text tells of a day after its date of publication: never trust a stamp silently
Publication publication_of(std::string_view text, std::string_view metadata);

}  // namespace quoth::attribution
