// Links the names of articles to a knowledge base and tells how many were linked, how many rightly, and how fast.
//
// usage: bench_kb_link BASE ARTICLES.jsonl [MIN_MARGIN]     (bench/kb writes the articles)
//
// An article a line: {"text": …, "year": 2006, "names": [{"name": …, "type": "person", "mentions": […], "id": "Q76"}]};
// an id that is null stands for something that is no item.

#include <fmt/core.h>
#include <simdjson.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "kb/linker.h"

namespace {

using namespace quoth::kb;
using Clock = std::chrono::steady_clock;

double seconds(Clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

struct Tally {
  std::size_t articles = 0, names = 0, items = 0, linked = 0, right = 0;
  Clock::duration words{}, links{};
};

std::vector<NamedEntity> entities_of(simdjson::dom::element article,
                                     std::vector<std::string>& ids) {
  std::vector<NamedEntity> entities;
  for (const auto entry : article["names"].get_array()) {
    NamedEntity entity;
    entity.name = entry["name"].get_string();
    std::string_view type, id;
    if (entry["type"].get(type) == simdjson::SUCCESS) entity.types = type_of(type);
    for (const auto mention : entry["mentions"].get_array()) {
      entity.mentions.push_back(mention.get_string());
    }
    ids.emplace_back(entry["id"].get(id) == simdjson::SUCCESS ? id : "");
    entities.push_back(std::move(entity));
  }
  return entities;
}

void measure(const Linker& linker, simdjson::dom::element article, Tally& tally) {
  std::vector<std::string> ids;
  const auto entities = entities_of(article, ids);
  LinkContext context;
  std::int64_t year = 0;
  if (article["year"].get(year) == simdjson::SUCCESS) context.year = static_cast<int>(year);
  const auto start = Clock::now();
  context.words = ArticleWords(article["text"].get_string());
  const auto read = Clock::now();
  const auto links = linker.link(entities, context);
  tally.links += Clock::now() - read;
  tally.words += read - start;
  ++tally.articles;
  for (std::size_t k = 0; k < links.size(); ++k) {
    ++tally.names;
    tally.items += ids[k].empty() ? 0U : 1U;
    tally.linked += links[k] ? 1U : 0U;
    tally.right += links[k] && links[k]->id == ids[k] ? 1U : 0U;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const auto start = Clock::now();
  const auto base = KnowledgeBase::read(argv[1]);
  if (!base) {
    fmt::print(stderr, "{}\n", base.error().message);
    return 2;
  }
  const double opened = seconds(Clock::now() - start);
  LinkerOptions options;
  if (argc > 3) options.min_margin = std::atof(argv[3]);
  const Linker linker(*base, options);
  Tally tally;
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  if (parser.load_many(argv[2], 16'000'000).get(lines) != simdjson::SUCCESS) return 2;
  for (auto line : lines) measure(linker, line.value(), tally);
  fmt::print(
      "{{\"open_s\": {:.4f}, \"articles\": {}, \"names\": {}, \"items\": {}, \"linked\": {}, "
      "\"right\": {}, "
      "\"words_s\": {:.4f}, \"links_s\": {:.4f}}}\n",
      opened, tally.articles, tally.names, tally.items, tally.linked, tally.right,
      seconds(tally.words), seconds(tally.links));
  return 0;
}
