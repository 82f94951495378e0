#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database/connection.h"
#include "quoth/quotation.h"
#include "search/article_texts.h"

namespace quoth::search {

/// The least of a quotation that its words can be compared by.
struct QuotedText {
  std::int64_t id = 0;
  std::string text;           ///< As Hit::text: the content as written, " … " between its spans.
  std::vector<Span> content;  ///< Bytes of the article's text.
  Quotation::Kind kind = Quotation::Kind::indirect;
  std::int64_t version = 0, number = 0;
  std::int64_t identity = 0;  ///< Of the speaker; 0: none.
};

/// Reads many of them fast: articles that were read last are kept. One thread, its connection's.
class QuotedTexts {
 public:
  /// REQUIRES: the connection outlives this.
  explicit QuotedTexts(database::Connection& connection);

  /// Nothing: there is none, or it cannot be read.
  std::optional<QuotedText> read(std::int64_t quotation);

  /// Ids of the quotations of the version that stand in the content of number `parent`.
  std::vector<std::int64_t> inside(std::int64_t version, std::int64_t parent);

 private:
  ArticleTexts articles_;
  database::Statement row_, inside_;
};

}  // namespace quoth::search
