#include "database/day.h"

#include "attribution/calendar_date.h"

namespace quoth::database {
namespace {

const int first_day = attribution::days_from_civil({1800, 1, 1});
constexpr int last_day = 1 << 17;

}  // namespace

std::uint32_t day_of(std::string_view published) {
  auto date = attribution::parse_iso(published);
  if (!date || date->year == 0) return 0;
  if (date->month == 0) date->month = 1;
  if (date->day == 0) date->day = 1;
  const int day = attribution::days_from_civil(*date) - first_day + 1;
  return day < 1 || day >= last_day ? 0 : static_cast<std::uint32_t>(day);
}

std::string date_of(std::uint32_t day) {
  if (day == 0) return {};
  return attribution::to_iso(attribution::civil_from_days(static_cast<int>(day) - 1 + first_day));
}

}  // namespace quoth::database
