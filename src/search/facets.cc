#include "search/facets.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "database/day.h"

namespace quoth::search {
namespace {

constexpr std::size_t most_shown = 10;

/// The largest counts first; equal ones by number.
std::vector<std::pair<std::int64_t, std::uint64_t>> largest(
    const std::map<std::int64_t, std::uint64_t>& counts) {
  std::vector<std::pair<std::int64_t, std::uint64_t>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
  if (order.size() > most_shown) order.resize(most_shown);
  return order;
}

int year_of(std::uint32_t day) {
  const std::string date = database::date_of(day);
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
  return year;
}

}  // namespace

FacetCounter::FacetCounter(database::Connection& connection, People& people)
    : publisher_(connection, "SELECT publisher FROM version WHERE id = ?1"),
      publisher_name_(connection, "SELECT name FROM publisher WHERE id = ?1"),
      people_(people) {}

Facets FacetCounter::count(const std::vector<Candidate>& candidates) {
  std::map<std::int64_t, std::uint64_t> speakers, publishers, versions;
  std::map<std::uint32_t, std::uint64_t> days;
  for (const Candidate& candidate : candidates) {
    if (candidate.identity != 0) ++speakers[candidate.identity];
    ++versions[candidate.version];
    ++days[database::day_of_quotation(candidate.id)];
  }
  for (const auto& [version, count] : versions)
    publishers[publisher_.find(version).value_or(0)] += count;
  Facets facets;
  for (const auto& [identity, count] : largest(speakers)) {
    if (auto person = people_.describe(identity))
      facets.speakers.push_back({identity, std::move(person->name), count});
  }
  for (const auto& [publisher, count] : largest(publishers)) {
    publisher_name_.start(publisher);
    std::string name;
    if (publisher_name_.next()) name = publisher_name_.text(0);
    publisher_name_.rewind();
    if (!name.empty()) facets.outlets.push_back({0, std::move(name), count});
  }
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    if (day->first == 0) continue;
    const int year = year_of(day->first);
    if (facets.years.empty() || facets.years.back().year != year) facets.years.push_back({year, 0});
    facets.years.back().count += day->second;
  }
  return facets;
}

}  // namespace quoth::search
