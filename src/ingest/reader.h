#pragma once

#include <optional>

#include "ingest/item.h"
#include "ingest/read_counts.h"
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

  /// Adds what only this format knows: how many records it read and skipped, why. Documents and errors are what next() gave, and
  /// Input counts them. A format without an answer of its own has as many records as documents and errors.
  virtual void add_skipped(ReadCounts& /*counts*/) const {}
};

}  // namespace quoth::ingest
