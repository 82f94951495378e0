#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/byte_source.h"
#include "archive/sequential_reader.h"
#include "quoth/result.h"

namespace quoth::archive {

/// Reads WARC 0.17 to 1.1. What is no record is told once and passed over up to the next line that begins "WARC/"; a record
/// whose Content-Length reaches into the next one is cut there.
class WarcReader final : public SequentialReader {
 public:
  /// `path` is for messages. REQUIRES: the source outlives the reader.
  WarcReader(ByteSource& source, std::string path);

 private:
  std::optional<Result<Record>> read() override;
  Error pass_over_to_next_record(ErrorCode code, std::uint64_t offset, std::string_view what);
  std::size_t find_header();
  Record read_record(Record record, std::size_t header);
  void pass_over(Record& record, std::size_t header);
  void take_payload(Record& record, std::size_t header);
  void cut(Record& record, std::size_t header, std::string_view bytes, std::size_t next);
  bool parse(Record& record, std::string_view header);

  std::string unfolded_;       // Values that the record has in several lines.
  std::string passed_header_;  // What the views of a record lie in that was passed over.
};

/// Whether the bytes begin as a WARC record does.
bool starts_warc_record(std::string_view bytes) noexcept;

}  // namespace quoth::archive
