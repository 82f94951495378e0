#pragma once

#include "database/connection.h"
#include "database/full_text.h"
#include "search/article_texts.h"
#include "search/walk.h"
#include "search/word_match.h"

namespace quoth::search {

/// Walks the quotations that have a query's words: through the index of words, or, where that is much denser than what it is met with, by reading the
/// contents that are asked for. To start FTS5 at another id takes as long as to read ten articles.
class WordWalk : public Walk {
 public:
  /// REQUIRES: all outlive this.
  WordWalk(database::Connection& connection, const WordMatch& match,
           const database::FullText& full_text, bool weighs, std::int64_t oldest);

  std::optional<std::int64_t> at_most(std::int64_t id, Work& work) override;

  /// How well the words of the row fit that at_most() kept last; 0 where it does not weigh.
  double weight() const noexcept { return weight_; }

 private:
  /// Goes to the next row that is a match, or to below a row that is none where work is spent.
  void go_on(Work& work);
  bool has_words(std::int64_t id, Work& work);

  database::Statement rows_, spans_;
  ArticleTexts articles_;
  const WordMatch& match_;
  const database::FullText& full_text_;
  bool uses_places_;
  std::int64_t oldest_;
  bool is_running_ = false, is_sure_ = true;
  std::size_t misses_ = 0;  // How often in a row the index was too dense.
  std::optional<std::int64_t> here_;
  double weight_here_ = 0, weight_ = 0;
};

}  // namespace quoth::search
