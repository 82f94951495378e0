#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "database/record_file.h"

namespace quoth::server {

/// What one thread reads the record with. An answer is read within begin() and end(), from one state of the record; between
/// answers nothing is held open, so that others may write, and a checkpoint may empty the log.
class RecordReader {
 public:
  explicit RecordReader(std::string path) : path_(std::move(path)) {}

  /// Opens the record where that is due. After a stop is requested, reading fails. Fails as RecordFile::open_for_reading does.
  std::optional<Error> begin(std::stop_token stop);

  /// The first error of what was read since begin(). After an error all is opened anew the next time.
  std::optional<Error> end();

  /// REQUIRES: of this and all below: between begin() without an error, and end().
  database::Connection& connection() noexcept { return file_->connection(); }

 private:
  struct Readers;
  std::string path_;
  std::optional<database::RecordFile> file_;
  std::optional<database::Statement> version_statement_;
  std::int64_t version_ = -1;  // Of the record that the readers saw: they keep texts.
};

}  // namespace quoth::server
