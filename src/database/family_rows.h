#pragma once

#include <cstdint>
#include <set>

#include "database/connection.h"

namespace quoth::database {

/// Keeps the stored families true while quotations come, change and go, between two joins (join_families()): a family stands whole or not
/// at all, and what a join has to look at is noted. Needs a transaction; one thread.
class FamilyRows {
 public:
  /// Above so many noted quotations a join looks at all.
  static constexpr std::int64_t most_loose = 20'000;

  explicit FamilyRows(Connection& connection);

  /// The quotation is shown from now on, or its words are others.
  void loosen(std::int64_t quotation);

  /// The quotation is hidden or removed: its family, if any, is dissolved, and the next join looks at the other members.
  void dissolve(std::int64_t quotation);

  /// Writes what is noted. To be called before the transaction's end.
  void finish();

 private:
  Connection& connection_;
  Statement family_of_, members_, remove_variants_, remove_family_, add_loose_, remove_loose_;
  std::set<std::int64_t> loose_;
  std::int64_t noted_;  // Rows of table loose and the set above, about.
  bool is_due_;         // For all: nothing need be noted.
};

/// Whether a join has something to look at.
bool families_are_due(Connection& connection);

}  // namespace quoth::database
