#pragma once

#include <cstdint>

#include "database/connection.h"
#include "database/document_rows.h"
#include "database/stored_document.h"

namespace quoth::database {

/// Keeps table change and the quotations' states true where versions of an article come and go.
class VersionChanges {
 public:
  VersionChanges(Connection& connection, DocumentRows& rows);

  /// Compares the article's versions anew, each with the one before it that is there, from the version of this number on (0: all).
  void renew(std::int64_t sighting, std::int64_t from_number);

 private:
  void compare_with(const StoredDocument& earlier, const StoredDocument& later);

  DocumentReader reader_;
  DocumentRows& rows_;
  Statement versions_, remove_, add_;
};

}  // namespace quoth::database
