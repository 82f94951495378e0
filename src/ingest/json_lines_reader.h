#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/json_line.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// JSON Lines: a document a line. A byte order mark, blank lines and a last line without its end are no faults.
class JsonLinesReader final : public Reader {
 public:
  /// REQUIRES: the source outlives the reader.
  JsonLinesReader(ByteSource& source, std::string path, const InputOptions& options);

  /// Codes: invalid_json, invalid_utf8, document_too_large (the line is passed over, not kept), file_unreadable, archive_corrupt,
  /// archive_limit.
  std::optional<Result<Item>> next() override;

 private:
  std::optional<Result<Item>> at_end();
  Error line_too_long() const;

  ByteSource& source_;
  std::string path_;
  JsonLineParser parser_;
  std::string buffer_;
  std::size_t line_ = 0;
  bool done_ = false;
};

}  // namespace quoth::ingest
