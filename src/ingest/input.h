#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/item.h"
#include "ingest/read_counts.h"
#include "ingest/reader.h"

namespace quoth::ingest {

/// The documents of one input, one after the other, whatever its format: compression is undone first, then the format is told by
/// content (looks.h). An error is one answer among others: reading goes on after it where it can. Not thread-safe.
class Input {
 public:
  /// `path` "-" is standard input. Errors of opening are the first answer of next().
  Input(std::string path, InputOptions options);

  // Readers refer to the source and the options in here.
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  Input(Input&&) = delete;
  Input& operator=(Input&&) = delete;
  ~Input();

  /// The next document or error; nothing at the end. Codes: file_not_found, file_unreadable, archive_limit, and those of the
  /// format's reader.
  std::optional<Result<Item>> next();

  /// The same, but a page's text is still to be made (Item::page).
  std::optional<Result<Item>> find();

  /// Where in the file reading is: bytes from its start, or to the compressed member that is read.
  std::uint64_t position() const { return source_ ? source_->offset() : 0; }

  /// What was read and skipped so far.
  ReadCounts counts() const;

 private:
  std::optional<Error> open();
  std::unique_ptr<Reader> make_reader();

  std::string path_;
  InputOptions options_;
  std::optional<ByteSource> source_;
  std::unique_ptr<Reader> reader_;
  ReadCounts counts_;
  bool done_ = false;
};

}  // namespace quoth::ingest
