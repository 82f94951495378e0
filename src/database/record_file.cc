#include "database/record_file.h"

#include <filesystem>
#include <utility>

#include "database/schema.h"

namespace quoth::database {

Result<RecordFile> RecordFile::open_for_writing(const std::string& path, bool create) {
  std::error_code ignored;
  if (!create && !std::filesystem::exists(path, ignored)) {
    return Error{ErrorCode::file_not_found,
                 path + ": there is no record; quoth index INPUT… --db makes one"};
  }
  base::FileLock lock(path + "-lock");
  if (!lock.opened()) {
    return Error{ErrorCode::output_unwritable,
                 path + ": cannot be written to; see who may, or name another file"};
  }
  if (!lock.held()) {
    return Error{ErrorCode::record_busy,
                 path + ": another process writes to it; wait for it, then try again"};
  }
  auto connection =
      Connection::open(path, create ? Connection::Access::create : Connection::Access::write);
  if (!connection) return connection.error();
  // Large transactions: fewer, larger checkpoints.
  connection->run(
      "PRAGMA wal_autocheckpoint = 8192; PRAGMA journal_size_limit = 67108864; "
      "PRAGMA cache_size = -131072");
  if (auto error = migrate(*connection)) return *std::move(error);
  RecordFile file(*std::move(connection));
  file.lock_.emplace(std::move(lock));
  return file;
}

Result<RecordFile> RecordFile::open_for_reading(const std::string& path) {
  auto connection = Connection::open(path, Connection::Access::read);
  if (!connection) return connection.error();
  if (auto error = check_schema(*connection)) return *std::move(error);
  return RecordFile(*std::move(connection));
}

}  // namespace quoth::database
