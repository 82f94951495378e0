#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "attribution/calendar_date.h"

namespace quoth::attribution {

/// The day of publication that a news text states where it begins. The rules, in order:
///
///   date_line  the first line that is not empty is a date: "Monday, February 5, 2007"
///   dateline   the first line starts with a place and a date before a dash: "LONDON, Feb. 5, 2007 (Reuters) —"
///
/// Nothing where neither holds, where the year is left out ("LONDON, Feb. 5 —") and where there is no such day.
std::optional<CalendarDate> dateline_of(std::string_view text);

/// The last day that `text` names with its year ("February 5, 2007", "5 Feb 2007", "2007-02-05") and that ends at or before
/// `up_to`, in bytes.
std::optional<CalendarDate> last_date_in(std::string_view text, std::size_t up_to);

/// The same answers, for many places of one text: it is read once, as far as asked. Borrows the text. One thread at a time.
class NamedDates {
 public:
  explicit NamedDates(std::string_view text) : text_(text) {}

  /// The last day whose name ends at or before `up_to` and no more than `farthest` before it, both in bytes.
  std::optional<CalendarDate> last_before(std::size_t up_to, std::size_t farthest);

 private:
  struct Named {
    std::size_t end = 0;
    CalendarDate date;
  };

  std::string_view text_;
  std::size_t read_ = 0;      // No name that ends before is missing.
  std::vector<Named> named_;  // By their ends.
};

}  // namespace quoth::attribution
