#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoth::ingest {

/// The day of a date as feeds write it, as YYYY-MM-DD, in the zone in which it is written. RFC 3339 and its shorter forms
/// ("2021-03-04T10:00:00Z", "2021-03-04"); RFC 822 with its common faults ("Thu, 4 Mar 2021 10:00:00 GMT", "4 Mar 21", the month before the
/// day, full names of months). Years of two digits: 00 to 49 are 20xx, others 19xx (RFC 2822). Nothing where it is no date.
std::optional<std::string> day_of_feed_date(std::string_view date);

}  // namespace quoth::ingest
