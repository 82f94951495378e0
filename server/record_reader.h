#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "database/record_file.h"
#include "search/article.h"
#include "search/checker.h"
#include "search/family.h"
#include "search/hit_reader.h"
#include "search/people.h"
#include "search/searcher.h"

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

  // REQUIRES, of all below: between begin() without an error, and end(). Each is made when it is first asked for, and anew once the record has
  // changed: they keep texts.
  database::Connection& connection() noexcept { return file_->connection(); }
  search::HitReader& hits() { return made(readers_.hits); }
  search::People& people() { return made(readers_.people); }
  search::Searcher& searcher() { return made(readers_.searcher); }
  search::Checker& checker() { return made(readers_.checker); }
  search::FamilyReader& families() { return made(readers_.families); }
  search::ArticleReader& articles() { return made(readers_.articles); }

 private:
  struct Readers {
    std::optional<search::HitReader> hits;
    std::optional<search::People> people;
    std::optional<search::ArticleReader> articles;
    std::optional<search::FamilyReader> families;
    std::optional<search::Checker> checker;
    std::optional<search::Searcher> searcher;
  };
  template <typename Reader>
  Reader& made(std::optional<Reader>& reader) {
    if (!reader) reader.emplace(connection());
    return *reader;
  }
  void drop_readers();

  std::string path_;
  std::optional<database::RecordFile> file_;
  std::optional<database::Statement> version_statement_;
  std::int64_t version_ = -1;  // Of the record that the readers saw.
  Readers readers_;
};

}  // namespace quoth::server
