#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "quoth/result.h"

namespace quoth::archive {

/// What a web archive's record is (WARC 1.1, section 6). Those of ARC files are warcinfo (the first) or response.
enum class RecordKind : std::uint8_t {
  warcinfo,
  response,
  resource,
  request,
  metadata,
  revisit,
  conversion,
  continuation,
  other,
};
inline constexpr std::size_t record_kinds = 9;

const char* name(RecordKind kind) noexcept;

/// The largest payload that is kept, in bytes: a document's own limit. A larger one is passed over.
inline constexpr std::uint64_t largest_payload = std::uint64_t{16} << 20U;

/// A record of a web archive. Views into the reader's window: they live until its next().
struct Record {
  enum class State : std::uint8_t { whole, cut_off, passed_over };

  RecordKind kind = RecordKind::other;
  State state = State::whole;
  std::uint64_t number = 0;  ///< From 1, among the file's records.
  std::uint64_t offset =
      0;  ///< Of the record, or the compressed member that holds it, in the file; bytes.
  std::uint64_t length = 0;                      ///< As the record states it, bytes of payload.
  std::string_view id, url, date, content_type;  ///< As stated; empty: not at all.
  std::string_view payload;                      ///< Empty where it was passed over.
};

/// Reads a web archive. One thread at a time.
class RecordReader {
 public:
  RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  RecordReader(RecordReader&&) = delete;
  RecordReader& operator=(RecordReader&&) = delete;
  virtual ~RecordReader() = default;

  /// The next record or error; nothing at the end. After an error reading goes on at the next record that can be found. What was cut
  /// off comes as a record first, then as an error. Codes: archive_corrupt, archive_limit, file_unreadable; the message names file,
  /// byte and remedy.
  virtual std::optional<Result<Record>> next() = 0;
};

}  // namespace quoth::archive
