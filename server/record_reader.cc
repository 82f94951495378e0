#include "server/record_reader.h"

#include <utility>

namespace quoth::server {

std::optional<Error> RecordReader::begin(std::stop_token stop) {
  if (!file_) {
    auto opened = database::RecordFile::open_for_reading(path_);
    if (!opened) return opened.error();
    file_.emplace(*std::move(opened));
    version_statement_.emplace(connection(), "PRAGMA data_version");
    version_ = -1;
  }
  connection().stop_when(std::move(stop));
  connection().run("BEGIN");
  const std::int64_t version = version_statement_->find().value_or(-1);
  if (version != version_) drop_readers();
  version_ = version;
  if (connection().error()) return end();
  return {};
}

std::optional<Error> RecordReader::end() {
  const std::optional<Error> error = connection().error();
  connection().end_reading();
  connection().stop_when({});
  if (error) {
    drop_readers();
    version_statement_.reset();
    file_.reset();
  }
  return error;
}

void RecordReader::drop_readers() {
  readers_.hits.reset();
  readers_.people.reset();
  readers_.articles.reset();
  readers_.families.reset();
  readers_.checker.reset();
  readers_.searcher.reset();
}

}  // namespace quoth::server
