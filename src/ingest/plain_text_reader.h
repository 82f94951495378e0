#pragma once

#include <optional>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// Plain text: the whole input is one document, byte for byte where it is UTF-8.
class PlainTextReader final : public Reader {
 public:
  /// REQUIRES: source and options outlive the reader.
  PlainTextReader(ByteSource& source, std::string path, const InputOptions& options);

  /// Codes: file_unreadable, archive_corrupt, archive_limit, document_too_large, invalid_utf8, unknown_encoding.
  std::optional<Result<Item>> next() override;

 private:
  Result<Item> read();

  ByteSource& source_;
  std::string path_;
  const InputOptions& options_;
  bool done_ = false;
};

}  // namespace quoth::ingest
