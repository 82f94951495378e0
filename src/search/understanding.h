#pragma once

#include <optional>

#include "database/connection.h"
#include "database/full_text.h"
#include "search/answer.h"
#include "search/cursor.h"
#include "search/people.h"
#include "search/query.h"
#include "search/word_match.h"

namespace quoth::search {

/// A query with names resolved and texts read.
struct Resolved {
  Understood query;
  std::optional<WordMatch> words;
  std::int64_t publisher = 0;           ///< 0: any.
  std::int64_t newest = 0, oldest = 0;  ///< Ids, both inclusive.
  std::optional<Cursor> cursor;
};

/// Fails as Searcher::search().
Result<Resolved> resolve(const Query& query, database::Connection& connection,
                         const database::FullText& full_text, People& people);

}  // namespace quoth::search
