#include "search/article_texts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "database/text_body.h"
#include "text/utf8.h"

namespace quoth::search {

ArticleTexts::ArticleTexts(database::Connection& connection, std::size_t most_kept)
    : text_(connection,
            "SELECT t.body, t.length FROM version v JOIN text t ON t.id = v.text WHERE v.id = ?1"),
      most_kept_(most_kept) {}

const std::string* ArticleTexts::read(std::int64_t version) {
  const auto kept =
      std::find_if(articles_.begin(), articles_.end(),
                   [version](const Article& article) { return article.version == version; });
  if (kept != articles_.end()) return &kept->text;
  text_.start(version);
  std::optional<std::string> text;
  if (text_.next())
    text = database::decompressed(text_.blob(0), static_cast<std::size_t>(text_.integer(1)));
  text_.rewind();
  if (!text || text::first_invalid(*text)) return nullptr;
  if (articles_.size() < most_kept_) articles_.emplace_back();
  Article& place = articles_[next_];
  next_ = (next_ + 1) % most_kept_;
  place = {version, *std::move(text)};
  return &place.text;
}

std::string words_of(std::string_view article, const std::vector<Span>& spans) {
  std::string whole;
  for (const Span span : spans) {
    if (!whole.empty()) whole += between_spans;
    whole += article.substr(span.start, span.end - span.start);
  }
  return whole;
}

}  // namespace quoth::search
