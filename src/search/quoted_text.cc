#include "search/quoted_text.h"

#include <algorithm>
#include <utility>

#include "database/quotation_blobs.h"
#include "database/text_body.h"
#include "text/utf8.h"

namespace quoth::search {

QuotedTexts::QuotedTexts(database::Connection& connection)
    : row_(connection,
           "SELECT version, number, kind, identity, spans FROM quotation WHERE id = ?1"),
      text_(connection,
            "SELECT t.body, t.length FROM version v JOIN text t ON t.id = v.text WHERE v.id = ?1"),
      inside_(connection, "SELECT id FROM quotation WHERE version = ?1 AND parent = ?2"),
      identity_(connection, "SELECT identity FROM quotation WHERE id = ?1") {}

const std::string* QuotedTexts::text_of(std::int64_t version) {
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
  if (articles_.size() < kept_articles) articles_.emplace_back();
  Article& place = articles_[next_];
  next_ = (next_ + 1) % kept_articles;
  place = {version, *std::move(text)};
  return &place.text;
}

std::optional<QuotedText> QuotedTexts::read(std::int64_t quotation) {
  QuotedText found;
  found.id = quotation;
  row_.start(quotation);
  bool is_read = false;
  if (row_.next()) {
    found.version = row_.integer(0);
    found.number = row_.integer(1);
    found.kind = static_cast<Quotation::Kind>(row_.integer(2));
    found.identity = row_.integer(3);
    Quotation whole;
    const std::string* article = text_of(found.version);
    if (article != nullptr && database::unpack_spans(row_.blob(4), *article, {}, whole)) {
      for (const Span span : whole.content) {
        if (!found.text.empty()) found.text += " … ";
        found.text.append(*article, span.start, span.end - span.start);
      }
      found.content = std::move(whole.content);
      is_read = true;
    }
  }
  row_.rewind();
  if (!is_read) return {};
  return found;
}

std::vector<std::int64_t> QuotedTexts::inside(std::int64_t version, std::int64_t parent) {
  std::vector<std::int64_t> ids;
  inside_.start(version, parent);
  while (inside_.next()) ids.push_back(inside_.integer(0));
  inside_.rewind();
  return ids;
}

std::int64_t QuotedTexts::identity_of(std::int64_t quotation) {
  return identity_.find(quotation).value_or(0);
}

}  // namespace quoth::search
