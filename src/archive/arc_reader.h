#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/byte_source.h"
#include "archive/sequential_reader.h"
#include "quoth/result.h"

namespace quoth::archive {

/// Reads ARC files, versions 1 and 2 (Internet Archive, 1996): a line of fields, then the answer as the server gave it. What is no
/// record is told once and passed over up to the next line that is a record's.
class ArcReader final : public SequentialReader {
 public:
  /// `path` is for messages. REQUIRES: the source outlives the reader.
  ArcReader(ByteSource& source, std::string path);

 private:
  std::optional<Result<Record>> read() override;
  std::string_view peek_line();
  Error pass_over_to_next_record(std::uint64_t offset);
  Record read_record(Record record, std::size_t line_size);

  std::string line_, date_;  // What the last record's views lie in.
};

/// Whether the bytes begin as an ARC file does.
bool starts_arc(std::string_view bytes) noexcept;

}  // namespace quoth::archive
