#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "database/record_file.h"

namespace quoth::server {

/// Tells whether a record is still what it was. Any number of threads.
class RecordWatch {
 public:
  explicit RecordWatch(std::string path) : path_(std::move(path)) {}

  /// Changes with every transaction that any process commits; means nothing beyond this process. Nothing: the record cannot be
  /// read just now.
  std::optional<std::string> version();

 private:
  std::string path_;
  std::mutex mutex_;
  std::optional<database::RecordFile> file_;
  std::unique_ptr<database::Statement> statement_;
  std::int64_t reopened_ = 0;  // A connection counts for itself alone.
};

}  // namespace quoth::server
