#pragma once

#include <optional>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// A page of HTML: its main text, which is still to be made, is the one document.
class PageReader final : public Reader {
 public:
  /// REQUIRES: the source outlives the reader.
  PageReader(ByteSource& source, std::string path);

  /// Codes: file_unreadable, archive_corrupt, archive_limit, document_too_large.
  std::optional<Result<Item>> next() override;

 private:
  Result<Item> read();

  ByteSource& source_;
  std::string path_;
  bool done_ = false;
};

}  // namespace quoth::ingest
