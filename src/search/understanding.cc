#include "search/understanding.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "database/day.h"
#include "kb/alias_key.h"
#include "text/utf8.h"

namespace quoth::search {
namespace {

constexpr std::size_t most_hits = 100;
constexpr std::uint32_t behind_all_days = 1U << 17U;  // As database/day.h has it.

bool has_digits(std::string_view text, std::size_t at, std::size_t count) {
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at + count),
                     [](char byte) { return byte >= '0' && byte <= '9'; });
}

/// "2021", "2021-03" and "2021-03-04" have 4, 7 and 10 bytes.
bool looks_like_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!has_digits(text, 0, 4)) return false;
  for (std::size_t at = 4; at < text.size(); at += 3) {
    if (text[at] != '-' || !has_digits(text, at + 1, 2)) return false;
  }
  return true;
}

Error bad_date(const char* what, const std::string& text) {
  return {ErrorCode::query_malformed,
          fmt::format("{}: {} is no day from 1800 on; write it as 2021-03-04, 2021-03 or 2021",
                      what, text::replace_invalid(text))};
}

/// The first day of what a date names.
Result<std::uint32_t> first_day(const char* what, const std::string& text) {
  const std::uint32_t day = looks_like_date(text) ? database::day_of(text) : 0;
  if (day == 0 || !database::date_of(day).starts_with(text)) return bad_date(what, text);
  return day;
}

/// The last day of it: the one before the first day of the next month or year.
Result<std::uint32_t> last_day(const char* what, const std::string& text) {
  auto day = first_day(what, text);
  if (!day || text.size() == 10) return day;
  std::uint32_t last = *day;
  while (database::date_of(last + 1).starts_with(text)) ++last;
  return last;
}

std::optional<Error> resolve_days(const Query& query, Resolved& resolved) {
  Understood& understood = resolved.query;
  if (!query.since.empty()) {
    const auto day = first_day("since", query.since);
    if (!day) return day.error();
    understood.since = *day;
  }
  if (!query.until.empty()) {
    const auto day = last_day("until", query.until);
    if (!day) return day.error();
    understood.until = *day;
  }
  const bool is_bounded = understood.since > 0 || understood.until > 0;
  // What has no day is neither before nor after any.
  resolved.oldest = is_bounded ? database::quotation_id(std::max(1U, understood.since), 0) : 0;
  resolved.newest = understood.until > 0 ? database::quotation_id(understood.until + 1, 0) - 1
                                         : database::quotation_id(behind_all_days, 0);
  return {};
}

std::optional<Error> resolve_person(const std::string& name, People& people,
                                    std::vector<Suggestion>& found) {
  if (name.empty()) return {};
  auto named = people.all_named(name);
  if (!named) return named.error();
  found = *std::move(named);
  return {};
}

std::optional<Error> resolve_outlet(const std::string& asked, database::Connection& connection,
                                    Resolved& resolved) {
  if (asked.empty()) return {};
  const std::string key = kb::alias_key(text::replace_invalid(asked));
  // Publishers are few: some thousand at the most.
  database::Statement rows(connection, "SELECT id, name FROM publisher");
  while (rows.next()) {
    const bool is_exact = rows.text(1) == asked;
    if (!is_exact && (key.empty() || kb::alias_key(rows.text(1)) != key)) continue;
    resolved.publisher = rows.integer(0);
    resolved.query.outlet = rows.text(1);
    if (is_exact) break;
  }
  if (resolved.publisher != 0 || connection.error()) return {};
  return Error{
      ErrorCode::not_in_record,
      fmt::format("{}: there is no outlet {}; quoth search without it lists some as facets",
                  connection.path(), text::replace_invalid(asked))};
}

std::optional<Error> resolve_cursor(const Query& query, Resolved& resolved) {
  if (query.cursor.empty()) return {};
  resolved.cursor = read_cursor(query.cursor, resolved.query.sort);
  if (!resolved.cursor) {
    return Error{ErrorCode::query_malformed,
                 "cursor: it is none of this query; take \"next\" of the page before"};
  }
  resolved.newest = std::min(resolved.newest, resolved.cursor->top);
  return {};
}

}  // namespace

Result<Resolved> resolve(const Query& query, database::Connection& connection,
                         const database::FullText& full_text, People& people) {
  Resolved resolved;
  Understood& understood = resolved.query;
  if (query.limit < 1 || query.limit > most_hits)
    return Error{ErrorCode::invalid_option, "limit: it must be from 1 to 100"};
  auto words = parse_words(query.words);
  if (!words) return words.error();
  understood.words = text::replace_invalid(query.words);
  if (!words->all.empty()) {
    auto match = WordMatch::make(*words, full_text);
    if (!match) return match.error();
    resolved.words = *std::move(match);
  }
  if (auto error = resolve_days(query, resolved)) return *std::move(error);
  if (auto error = resolve_person(query.speaker, people, understood.speaker))
    return *std::move(error);
  if (auto error = resolve_person(query.about, people, understood.about)) return *std::move(error);
  if (auto error = resolve_person(query.addressee, people, understood.addressee))
    return *std::move(error);
  if (auto error = resolve_outlet(query.outlet, connection, resolved)) return *std::move(error);
  understood.act = query.act;
  understood.kind = query.kind;
  // Without words nothing is more relevant than anything else.
  understood.sort = query.sort == Sort::relevance && !resolved.words ? Sort::newest : query.sort;
  if (auto error = resolve_cursor(query, resolved)) return *std::move(error);
  if (connection.error()) return *connection.error();
  return resolved;
}

}  // namespace quoth::search
