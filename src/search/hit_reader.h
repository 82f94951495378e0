#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "database/connection.h"
#include "search/article_texts.h"
#include "search/hit.h"

namespace quoth::search {

/// Reads quotations by their ids. One thread, its connection's.
class HitReader {
 public:
  /// REQUIRES: the connection outlives this.
  explicit HitReader(database::Connection& connection);

  /// Nothing: there is no such quotation, or (the connection then has the error record_corrupt) it cannot be read.
  std::optional<Hit> read(std::int64_t quotation);

  /// The article's text; nothing as of read(). Valid until the next call of either.
  const std::string* text_of(std::int64_t version) { return articles_.read(version); }

 private:
  bool read_row(Hit& hit);
  void read_article(Hit& hit);
  std::optional<Person> person(std::int64_t version, std::int64_t entity);
  std::string reason(std::int64_t id);
  void read_family(Hit& hit);
  void damaged(std::int64_t quotation, const char* what);

  database::Connection& connection_;
  ArticleTexts articles_;
  database::Statement row_, article_, entity_, reason_, family_, parent_, place_;
  std::map<std::int64_t, std::string> reasons_;  // A record has a few hundred.
};

}  // namespace quoth::search
