#pragma once

#include <optional>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// A page of HTML: its main text is the one document.
class PageReader final : public Reader {
 public:
  /// REQUIRES: source and options outlive the reader.
  PageReader(ByteSource& source, std::string path, const InputOptions& options);

  /// Codes: file_unreadable, archive_corrupt, archive_limit, document_too_large, and those of page_item().
  std::optional<Result<Item>> next() override;

 private:
  Result<Item> read();

  ByteSource& source_;
  std::string path_;
  const InputOptions& options_;
  bool done_ = false;
};

}  // namespace quoth::ingest
