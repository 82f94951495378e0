#pragma once

#include <optional>

#include "ingest/item.h"
#include "quoth/result.h"

namespace quoth::ingest {

/// The documents of one opened input of one format, one after the other. An error is one answer among others: what
/// follows it is read where that is possible. Not thread-safe.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reader(Reader&&) = delete;
  Reader& operator=(Reader&&) = delete;
  virtual ~Reader() = default;

  /// The next document or error; nothing at the end and ever after.
  virtual std::optional<Result<Item>> next() = 0;
};

}  // namespace quoth::ingest
