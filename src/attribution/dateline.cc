#include "attribution/dateline.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "attribution/time_shape.h"
#include "attribution/time_words.h"

namespace quoth::attribution {
namespace {

constexpr std::size_t year_width = 4;
constexpr std::size_t longest_start =
    40;  ///< Bytes of "on the twenty-second of September, " and the like.
constexpr std::size_t longest_dateline = 120;  ///< Bytes of a place, a date and an agency.
constexpr std::size_t iso_width = 10;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a number of four digits ends at `end`, and no longer one.
bool year_ends_at(std::string_view text, std::size_t end) {
  if (end < year_width || (end < text.size() && is_digit(text[end]))) return false;
  const std::string_view year = text.substr(end - year_width, year_width);
  const bool is_longer = end > year_width && is_digit(text[end - year_width - 1]);
  return !is_longer && std::all_of(year.begin(), year.end(), is_digit);
}

std::optional<CalendarDate> date_of(const ShapeMatch& match) {
  const CalendarDate date{match.value("year"), match.value("month"), match.value("day")};
  return exists(date) ? std::optional(date) : std::nullopt;
}

std::optional<CalendarDate> date_in_shape(std::string_view phrase,
                                          std::initializer_list<const char*> shapes) {
  const std::vector<TimeWord> words = time_words(phrase);
  for (const char* shape : shapes) {
    if (const auto match = ShapeMatch::find(shape, words)) return date_of(*match);
  }
  return std::nullopt;
}

/// "February 5, 2007", whose year ends at `end`.
std::optional<CalendarDate> date_by_name(std::string_view text, std::size_t end) {
  if (!year_ends_at(text, end)) return std::nullopt;
  std::size_t start = end - std::min(end, longest_start);
  // The phrase starts with a whole word or number, and on the year's line.
  while (start > 0 && start < end && (is_letter(text[start - 1]) || is_digit(text[start - 1]))) {
    ++start;
  }
  std::string_view phrase = text.substr(start, end - start);
  phrase.remove_prefix(phrase.rfind('\n') + 1);  // npos + 1 is 0.
  return date_in_shape(phrase, {"month day year $", "day month year $"});
}

/// "2007-02-05", which ends at `end`.
std::optional<CalendarDate> date_by_numbers(std::string_view text, std::size_t end) {
  if (end < iso_width || (end < text.size() && is_digit(text[end]))) return std::nullopt;
  const std::size_t start = end - iso_width;
  if (start > 0 && is_digit(text[start - 1])) return std::nullopt;
  return parse_iso(text.substr(start, iso_width));
}

std::optional<CalendarDate> date_that_ends_at(std::string_view text, std::size_t end) {
  if (end == 0 || !is_digit(text[end - 1])) return std::nullopt;
  const auto date = date_by_name(text, end);
  return date ? date : date_by_numbers(text, end);
}

std::string_view first_line(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.substr(0, text.find('\n'));
}

std::optional<CalendarDate> date_line(std::string_view line) {
  if (line.size() > longest_dateline) return std::nullopt;
  return date_in_shape(line, {"^ weekday month day year $", "^ weekday day month year $",
                              "^ month day year $", "^ day month year $"});
}

/// Whether a dash comes next, after an agency in brackets and signs.
bool dash_follows(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" ,.)"), text.size()));
  if (text.starts_with('(')) {
    text.remove_prefix(std::min(text.find(')'), text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(" ,.)"), text.size()));
  }
  return text.starts_with("\xE2\x80\x94") || text.starts_with("\xE2\x80\x93") ||
         text.starts_with("--") || text.starts_with("- ");
}

std::optional<CalendarDate> dateline(std::string_view line) {
  const std::size_t longest = std::min(line.size(), longest_dateline);
  for (std::size_t end = year_width; end <= longest; ++end) {
    if (!year_ends_at(line, end)) continue;
    const auto date = date_by_name(line, end);
    return date && dash_follows(line.substr(end)) ? date : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<CalendarDate> dateline_of(std::string_view text) {
  const std::string_view line = first_line(text);
  const auto date = date_line(line);
  return date ? date : dateline(line);
}

std::optional<CalendarDate> last_date_in(std::string_view text, std::size_t up_to) {
  for (std::size_t end = std::min(up_to, text.size()); end > 0; --end) {
    if (const auto date = date_that_ends_at(text, end)) return date;
  }
  return std::nullopt;
}

std::optional<CalendarDate> NamedDates::last_before(std::size_t up_to, std::size_t farthest) {
  for (const std::size_t end = std::min(up_to, text_.size()); read_ <= end; ++read_) {
    if (const auto date = date_that_ends_at(text_, read_)) named_.push_back({read_, *date});
  }
  const auto after =
      std::upper_bound(named_.begin(), named_.end(), up_to,
                       [](std::size_t at, const Named& named) { return at < named.end; });
  if (after == named_.begin() || up_to - (after - 1)->end > farthest) return std::nullopt;
  return (after - 1)->date;
}

}  // namespace quoth::attribution
