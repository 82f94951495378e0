#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "quoth/result.h"
#include "store/recorded_document.h"

namespace quoth::store {

/// Reads lines of quoth.record/1 that hold their text: what to_json() writes comes back so that to_json() writes the same again (with
/// offsets in code points). One line after the other; the parser's memory is reused. Not thread-safe.
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;

  /// Everything is checked: ids, the text's hash, every span against its text. Fails with invalid_json, invalid_utf8 or invalid_record;
  /// the message begins with `place` ("parts.jsonl:7").
  Result<RecordedDocument> read(std::string_view line, const std::string& place);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::store
