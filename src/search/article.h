#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database/connection.h"
#include "database/stored_document.h"
#include "quoth/record.h"

namespace quoth::search {

/// A version of an article with all that is known of it, for showing it whole.
struct Article {
  /// One of the article's versions and what became of the quotations of the one before it.
  struct Version {
    std::int64_t version = 0, number = 0;
    std::optional<std::string> published;
    std::uint64_t added = 0, altered = 0, vanished = 0;  ///< 0 of the first version.
  };

  database::StoredDocument stored;
  std::vector<std::int64_t> families;  ///< Of the record's quotations, in its order; 0: none.
  std::vector<Version> versions;       ///< All, the oldest first.
};

/// Reads articles. Not thread-safe: one a connection.
class ArticleReader {
 public:
  /// REQUIRES: the connection outlives this.
  explicit ArticleReader(database::Connection& connection);

  /// Nothing: there is no such version, or (the connection then has the error record_corrupt) it cannot be read.
  std::optional<Article> read(std::int64_t version);

 private:
  database::DocumentReader reader_;
  database::Statement family_, versions_;
};

/// One JSON object, as docs/api describes it: the record with `doc.text`, store ids, families and identities; the versions.
std::string to_json(const Article& article, OffsetUnit offsets = OffsetUnit::codepoint);

}  // namespace quoth::search
