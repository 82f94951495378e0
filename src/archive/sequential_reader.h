#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "archive/byte_source.h"
#include "archive/record.h"
#include "quoth/result.h"

namespace quoth::archive {

/// What readers of records that lie one after the other have in common: the last record's bytes stay in the window until the next
/// one is asked for, what is odd about a record is told after it, and behind a fault of the stream reading goes on where it can.
class SequentialReader : public RecordReader {
 public:
  std::optional<Result<Record>> next() final;

 protected:
  /// `path` is for messages. REQUIRES: the source outlives the reader.
  SequentialReader(ByteSource& source, std::string path);

  /// The record or error that begins at the source's place; nothing when no bytes are left.
  virtual std::optional<Result<Record>> read() = 0;

  /// Skips line ends; an empty view: nothing follows.
  std::string_view skip_blank_lines();

  /// These bytes of the window are skipped when the next record is asked for.
  void hold(std::size_t bytes) noexcept { held_ = bytes; }

  void tell_next(Error error) { pending_ = std::move(error); }

  /// Marks a record whose payload ends before its length, and tells of it next.
  void tell_cut_off(Record& record);

  std::uint64_t next_number() noexcept { return ++number_; }

  ByteSource& source() noexcept { return source_; }
  const std::string& path() const noexcept { return path_; }

 private:
  std::optional<Result<Record>> at_end();

  ByteSource& source_;
  std::string path_;
  std::size_t held_ = 0;
  std::optional<Error> pending_;
  std::uint64_t number_ = 0;
  bool fault_told_ = false, is_done_ = false;
};

}  // namespace quoth::archive
