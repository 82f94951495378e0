#pragma once

#include <cstdint>

#include "database/connection.h"
#include "quoth/result.h"

namespace quoth::database {

/// What a join looks at.
enum class JoinScope : std::uint8_t {
  due,  ///< What came or changed since the last join, and what it may be a rendering of.
  all,  ///< Every quotation that is shown.
};

/// What a join found and wrote.
struct JoinedFamilies {
  std::uint64_t utterances = 0;                ///< Looked at.
  std::uint64_t families = 0, renderings = 0;  ///< Of the whole record, afterwards.
  std::uint64_t written = 0;  ///< Families that are new or other than they were, or gone.
};

/// Joins renderings of one utterance (src/variants) and writes tables family and variant, in one transaction: whoever reads sees the old families
/// or the new ones. A family stands in two articles or more. What is as it was is not written; where all is, not a byte of the file changes.
///
/// After a join of all, the families depend on the articles and their versions alone, not on the order in which articles came: of two contents of equal
/// length the one that stands first by day, publisher and key is first. A join of what is due differs from that where a new quotation is the
/// fullest of its family, or moves one that was elsewhere; and in records so large that a shingle is shared by many.
///
/// Takes memory of some 550 bytes an utterance looked at. Fails with record_busy, record_corrupt or output_unwritable.
Result<JoinedFamilies> join_families(Connection& connection, JoinScope scope);

}  // namespace quoth::database
