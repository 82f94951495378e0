#pragma once

#include <optional>
#include <string>

#include "base/file_lock.h"
#include "database/connection.h"

namespace quoth::database {

/// An opened record of the newest schema: one process at a time writes (a lock beside the file), any number read meanwhile.
class RecordFile {
 public:
  /// Makes the record where there is none and `create` says so; brings an older one up to date. Fails with file_not_found,
  /// output_unwritable, record_busy (another process writes), record_corrupt or record_too_new.
  static Result<RecordFile> open_for_writing(const std::string& path, bool create);
  /// Fails with the same codes.
  static Result<RecordFile> open_for_reading(const std::string& path);

  Connection& connection() noexcept { return connection_; }

 private:
  explicit RecordFile(Connection connection) : connection_(std::move(connection)) {}
  std::optional<base::FileLock> lock_;
  Connection connection_;
};

}  // namespace quoth::database
