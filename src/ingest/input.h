#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/item.h"
#include "ingest/json_line.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// The documents of one input, one after the other. An error is one answer among others: reading goes on after
/// it where it can. JSON Lines are told from plain text by content: the first byte that is no white space is `{`, and `"` or `}` follows.
/// So are tables (csv_reader.h) and feeds (feed_reader.h).
class Input {
 public:
  /// `path` "-" is standard input. Errors of opening are the first answer of next().
  Input(std::string path, InputOptions options);

  /// The next document or error; nothing at the end. Codes: file_not_found, file_unreadable, document_too_large (the text is
  /// passed over, not kept), invalid_utf8, unknown_encoding, invalid_json, invalid_row, invalid_feed.
  std::optional<Result<Item>> next();

 private:
  std::optional<Result<Item>> open();
  std::optional<Result<Item>> next_line();
  Result<Item> whole_file();
  Error too_large() const;
  Error line_too_long() const;

  std::string path_;
  InputOptions options_;
  std::optional<ByteSource> source_;
  std::optional<JsonLineParser> lines_;
  std::unique_ptr<Reader> reader_;  ///< Of a table or a feed.
  std::string buffer_;
  std::size_t line_ = 0;
  bool done_ = false;
};

}  // namespace quoth::ingest
