#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/byte_source.h"
#include "archive/record.h"
#include "quoth/result.h"

namespace quoth::archive {

/// Reads WARC 0.17 to 1.1. What is no record is told once and passed over up to the next line that begins "WARC/"; a record
/// whose Content-Length reaches into the next one is cut there.
class WarcReader final : public RecordReader {
 public:
  /// `path` is for messages. REQUIRES: the source outlives the reader.
  WarcReader(ByteSource& source, std::string path);

  std::optional<Result<Record>> next() override;

 private:
  std::optional<Result<Record>> at_end();
  Error pass_over_to_next_record(ErrorCode code, std::uint64_t offset, std::string_view what);
  void skip_blank_lines();
  std::size_t find_header();
  std::optional<Result<Record>> read_record(Record record, std::size_t header);
  void pass_over(Record& record, std::size_t header);
  void take_payload(Record& record, std::size_t header);
  void cut(Record& record, std::size_t header, std::string_view bytes, std::size_t next);
  bool parse(Record& record, std::string_view header);

  ByteSource& source_;
  std::string path_;
  std::string unfolded_;          // Values that the record has in several lines.
  std::string passed_header_;     // What the views of a record lie in that was passed over.
  std::size_t held_ = 0;          // Bytes of the window that the last record's views lie in.
  std::optional<Error> pending_;  // Told after the record that it concerns.
  std::uint64_t number_ = 0;
  bool fault_told_ = false, is_done_ = false;
};

/// Whether the bytes begin as a WARC record does.
bool starts_warc_record(std::string_view bytes) noexcept;

}  // namespace quoth::archive
