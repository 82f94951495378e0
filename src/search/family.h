#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database/connection.h"
#include "quoth/record.h"
#include "search/comparison.h"
#include "search/hit.h"
#include "search/hit_reader.h"

namespace quoth::search {

/// The renderings of one utterance across articles, as the last join found them (database/families.h).
struct Family {
  /// A rendering beside the family's fullest one.
  struct Member {
    Hit hit;
    std::optional<Comparison>
        comparison;  ///< The head's words, then its own. Nothing: it is the head.
  };

  std::int64_t id = 0;
  std::int64_t head = 0;   ///< The fullest rendering: id of a quotation.
  std::int64_t first = 0;  ///< The earliest by day; unknown days are the latest.
  std::uint32_t publishers = 0, exact = 0, altered = 0;  ///< Of all renderings.
  std::vector<Member> members;  ///< The head, then by day; at most as many as were asked for.
};

/// A line of a list of families.
struct FamilySummary {
  std::int64_t id = 0, head = 0;
  std::uint32_t publishers = 0, members = 0;
  variants::Severity severity = variants::Severity::none;  ///< Of its gravest rendering.
};

/// Reads families. Not thread-safe: one a connection.
class FamilyReader {
 public:
  static constexpr std::size_t most_members = 200;

  /// REQUIRES: the connection outlives this.
  explicit FamilyReader(database::Connection& connection);

  /// Nothing: there is no such family, or (the connection then has the error record_corrupt) it cannot be read.
  std::optional<Family> read(std::int64_t family, std::size_t most = most_members);

  /// Of a quotation; nothing: no other rendering is known.
  std::optional<std::int64_t> family_of(std::int64_t quotation);

  /// The families with the most renderings first, equal ones the newest first, of this severity or above.
  std::vector<FamilySummary> list(variants::Severity least, std::size_t most);

 private:
  HitReader hits_;
  database::Statement family_, members_, family_of_, list_;
};

/// One JSON object; docs/variants.md tells the keys.
std::string to_json(const Family& family, OffsetUnit offsets = OffsetUnit::codepoint);

}  // namespace quoth::search
