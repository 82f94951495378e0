#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.h"
#include "quoth/document.h"

namespace quoth::search {

/// Reads articles' texts and keeps the last ones. One thread, its connection's.
class ArticleTexts {
 public:
  /// `most_kept`: articles, 1 at least. REQUIRES: the connection outlives this.
  ArticleTexts(database::Connection& connection, std::size_t most_kept);

  /// Of a version; null: there is none, or it cannot be read. Valid until the next call.
  const std::string* read(std::int64_t version);

 private:
  struct Article {
    std::int64_t version = 0;
    std::string text;
  };

  database::Statement text_;
  std::size_t most_kept_;
  std::vector<Article> articles_;  // A ring.
  std::size_t next_ = 0;
};

/// Stands between the words of two spans where they are shown.
constexpr std::string_view between_spans = " … ";

/// The words of the spans as the article has them, between_spans between them.
std::string words_of(std::string_view article, const std::vector<Span>& spans);

}  // namespace quoth::search
