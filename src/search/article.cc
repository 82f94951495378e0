#include "search/article.h"

namespace quoth::search {

using database::Connection;

ArticleReader::ArticleReader(Connection& connection)
    : reader_(connection),
      family_(connection,
              "SELECT a.quotation, a.family FROM quotation q JOIN variant a ON a.quotation = q.id "
              "WHERE q.version = ?1 ORDER BY q.number"),
      versions_(connection,
                "SELECT v.id, v.number, v.published, "
                "(SELECT count(*) FROM change WHERE version = v.id AND kind = 3), "
                "(SELECT count(*) FROM change WHERE version = v.id AND kind = 1), "
                "(SELECT count(*) FROM change WHERE version = v.id AND kind = 2) "
                "FROM version v WHERE v.sighting = ?1 ORDER BY v.number") {}

std::optional<Article> ArticleReader::read(std::int64_t version) {
  auto stored = reader_.read(version);
  if (!stored) return {};
  Article article{*std::move(stored), {}, {}};
  article.families.resize(article.stored.quotations.size());
  family_.start(version);
  std::size_t at = 0;
  while (family_.next()) {
    // Both are in the order of numbers.
    while (at < article.families.size() && article.stored.quotations[at].id != family_.integer(0))
      ++at;
    if (at < article.families.size()) article.families[at] = family_.integer(1);
  }
  family_.rewind();
  versions_.start(article.stored.sighting);
  while (versions_.next()) {
    article.versions.push_back({versions_.integer(0), versions_.integer(1),
                                versions_.optional_text(2),
                                static_cast<std::uint64_t>(versions_.integer(3)),
                                static_cast<std::uint64_t>(versions_.integer(4)),
                                static_cast<std::uint64_t>(versions_.integer(5))});
  }
  versions_.rewind();
  return article;
}

}  // namespace quoth::search
