#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/byte_source.h"
#include "ingest/item.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// The separator of a table (comma, semicolon or tab) that begins with these bytes; nothing where they are no table. A table's first row
/// names its columns, two at least, and one of them has exactly the text field's name, none a blank in front: prose with
/// commas stays prose.
std::optional<char> separator_of_table(std::string_view first_bytes, const InputOptions& options);

inline bool looks_like_table(std::string_view first_bytes, const InputOptions& options) {
  return separator_of_table(first_bytes, options).has_value();
}

/// The rows of a table as documents: CSV by RFC 4180, with tabs or semicolons too, its columns named by the first row. Facts come from
/// the columns of the names in InputOptions, an empty cell says nothing; columns to keep become JSON strings. DocumentFacts::record counts
/// rows, the header being row 1.
class CsvReader : public Reader {
 public:
  /// Starts at the table's first byte. `source` must outlive the reader; `path` names it in facts and errors.
  CsvReader(ByteSource& source, std::string path, InputOptions options);
  ~CsvReader() override;

  /// Codes: invalid_row (malformed or ragged, skipped), document_too_large, invalid_utf8, unknown_encoding, file_unreadable.
  /// Rows of UTF-16 are converted at once, so such a table has at most 64 MiB.
  std::optional<Result<Item>> next() override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::ingest
