#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/record.h"
#include "search/hit.h"
#include "search/people.h"
#include "search/query.h"

namespace quoth::search {

/// How a query was understood.
struct Understood {
  std::string words;
  /// Who may be meant, who is quoted most first; all were looked for. Empty: not asked for.
  std::vector<Suggestion> speaker, about, addressee;
  std::optional<std::string> outlet;  ///< As the record names it.
  std::optional<Quotation::Act> act;
  std::optional<Quotation::Kind> kind;
  std::uint32_t since = 0, until = 0;  ///< Days; 0: no bound.
  Sort sort = Sort::newest;
};

/// Numbers by name, the largest first.
struct NamedCount {
  std::int64_t identity = 0;  ///< Of speakers.
  std::string name;
  std::uint64_t count = 0;
};
struct YearCount {
  int year = 0;
  std::uint64_t count = 0;
};

/// What the newest candidates are made up of (SearchLimits::candidates).
struct Facets {
  std::vector<NamedCount> speakers, outlets;  ///< At most ten.
  std::vector<YearCount> years;               ///< The latest first.
};

/// What a search found.
struct Answer {
  Understood query;
  std::vector<Hit> hits;
  std::optional<std::string> next;  ///< Query::cursor of the next page; nothing: this is the last.
  std::uint64_t count = 0;          ///< Quotations found.
  bool is_exact = false;            ///< Whether those are all.
  std::optional<Facets> facets;     ///< Of the first page alone.
  /// False: the search gave up before it found as many as were asked for; `next` goes on from there.
  bool is_complete = true;
};

/// The answer as one object; docs/search.md names its keys. `unit` is that of highlights.
std::string to_json(const Answer& answer, OffsetUnit unit = OffsetUnit::codepoint);

/// {"people": […]}.
std::string to_json(const std::vector<Suggestion>& people);

}  // namespace quoth::search
