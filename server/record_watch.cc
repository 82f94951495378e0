#include "server/record_watch.h"

#include <utility>

namespace quoth::server {

std::optional<std::string> RecordWatch::version() {
  const std::lock_guard lock(mutex_);
  if (!file_) {
    auto opened = database::RecordFile::open_for_reading(path_);
    if (!opened) return {};
    file_.emplace(*std::move(opened));
    statement_ = std::make_unique<database::Statement>(file_->connection(), "PRAGMA data_version");
    ++reopened_;
  }
  const auto number = statement_->find();
  if (file_->connection().error() || !number) {
    statement_.reset();
    file_.reset();
    return {};
  }
  return std::to_string(reopened_) + "." + std::to_string(*number);
}

}  // namespace quoth::server
