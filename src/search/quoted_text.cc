#include "search/quoted_text.h"

#include <utility>

#include "database/quotation_blobs.h"

namespace quoth::search {
namespace {

constexpr std::size_t kept_articles = 64;

}  // namespace

QuotedTexts::QuotedTexts(database::Connection& connection)
    : articles_(connection, kept_articles),
      row_(connection,
           "SELECT version, number, kind, identity, spans FROM quotation WHERE id = ?1"),
      inside_(connection, "SELECT id FROM quotation WHERE version = ?1 AND parent = ?2") {}

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
    const std::string* article = articles_.read(found.version);
    if (article != nullptr && database::unpack_spans(row_.blob(4), *article, {}, whole)) {
      found.text = words_of(*article, whole.content);
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

}  // namespace quoth::search
