#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "database/connection.h"
#include "quoth/record.h"
#include "quoth/result.h"
#include "search/contradictions.h"
#include "search/hit.h"

namespace quoth::search {

/// How much of somebody a profile looks at: always the newest.
struct ProfileLimits {
  std::size_t timeline = 100000;  ///< Quotations that the timeline counts.
  std::size_t quotations = 3000;  ///< Of which kind, act, subject and addressee are counted.
  std::size_t articles = 300;     ///< In which companions are counted.
  std::size_t compared = 300;     ///< Among which contradictions are sought.
  std::size_t latest = 10;        ///< That are shown whole.
};

/// What the record has of one person or organisation.
struct Profile {
  struct Count {
    Person person;
    std::uint64_t count = 0;
  };
  struct Month {
    std::string month;  ///< "2009-03".
    std::uint64_t count = 0;
  };
  struct Alias {
    std::string name;
    std::uint64_t documents = 0;
  };
  struct Node {
    std::int64_t identity = 0;
    std::string name;
    std::uint64_t quotations = 0;
  };
  struct Edge {
    std::int64_t from = 0, to = 0;  ///< Who speaks, about whom.
    std::uint64_t count = 0;
  };
  struct Pair {
    Hit a, b;         ///< The earlier first.
    std::string why;  ///< What to compare.
  };

  Person person;
  std::string kb;  ///< Id in a knowledge base; empty: none.
  std::vector<Alias> aliases;
  std::uint64_t quotations = 0;  ///< At most ProfileLimits::timeline.
  std::uint64_t counted =
      0;  ///< The newest of them, of which kinds, acts, about and to are counted.
  std::uint32_t first_day = 0, last_day = 0;
  std::array<std::uint64_t, 3> kinds{};  ///< By Quotation::Kind.
  std::array<std::uint64_t, 8> acts{};   ///< By Quotation::Act.
  std::vector<Month> timeline;           ///< The earliest first; undated ones are left out.
  /// Whom they speak about and to, who is named in the same articles, who speaks about them; the most frequent first, at most ten.
  std::vector<Count> about, to, with, about_them;
  std::vector<Node> nodes;  ///< Around this one, who is the first.
  std::vector<Edge> edges;
  std::vector<Pair> contradictions;  ///< To be read side by side: no verdict.
  std::vector<Hit> latest;
};

/// Reads a profile. Work is bounded by the limits, however much somebody says. Fails with person_unknown, or what the connection has.
Result<Profile> profile_of(database::Connection& connection, std::int64_t identity,
                           const ProfileLimits& limits = {});

/// The profile as one object; docs/search.md names its keys.
std::string to_json(const Profile& profile, OffsetUnit unit = OffsetUnit::codepoint);

}  // namespace quoth::search
