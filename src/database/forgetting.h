#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "database/connection.h"

namespace quoth::database {

struct Forgotten {
  std::uint64_t articles = 0, versions = 0, quotations = 0;  ///< That are gone.
  std::uint64_t redacted_texts = 0;  ///< Out of which quotations were taken.
};

/// Takes the articles with this key (of one publisher, where it is given) out of the record, with every other article that has one of their
/// texts; neither those texts nor those keys are taken in again. Fails with not_in_record. Then erase_traces() must run.
Result<Forgotten> forget_document(Connection& connection, const std::string& key,
                                  const std::optional<std::string>& publisher);

/// Takes out what an identity says, alone or with others: the quotations, and their words out of the texts. Neither comes back with the same
/// texts; in new ones, quotations whose speaker has one of the identity's names are left out and taken out of the text. Then
/// erase_traces() must run.
Result<Forgotten> forget_person(Connection& connection, std::int64_t identity);

/// Whether something was forgotten whose bytes may still lie in free pages, because a process ended too early.
bool has_traces(Connection& connection);

/// Leaves no byte of what was removed, and the record as small as it can be: merges the index of words, writes the whole file anew, empties
/// the write-ahead log. Needs as much room as the record. Fails with record_busy (someone reads), output_unwritable.
std::optional<Error> erase_traces(Connection& connection);

}  // namespace quoth::database
