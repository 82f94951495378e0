#include "cli/index_work.h"

#include <fmt/core.h>

#include <utility>

#include "ingest/page_text.h"
#include "store/record_reader.h"

namespace quoth::cli {

const Extractor* IndexWork::extractor() {
  std::call_once(once_, [this] {
    extractor_ = load_extractor(options_.extract);
    loaded_ = true;
  });
  return extractor_ ? &*extractor_ : nullptr;
}

bool IndexWork::is_known(const DocumentFacts& facts, const Document& document) {
  return !options_.again &&
         known_.has(facts.publisher.value_or(""), facts.key, database::hash_of(document.text()));
}

Result<store::RecordedDocument> IndexWork::recorded(Result<ingest::Item> found, bool& is_known) {
  const auto publish = [this](DocumentFacts& facts) {
    if (!facts.publisher && !options_.publisher.empty()) facts.publisher = options_.publisher;
  };
  if (found && found->record_line) {
    thread_local store::RecordReader reader;
    auto read = reader.read(*found->record_line,
                            fmt::format("{}:{}", found->facts.path, found->facts.record));
    if (!read) return read;
    publish(read->facts);
    is_known = this->is_known(read->facts, read->document);
    return read;
  }
  auto item =
      found ? ingest::with_text(*std::move(found), options_.extract.input) : std::move(found);
  if (!item) return item.error();
  item->page.reset();
  publish(item->facts);
  is_known = this->is_known(item->facts, item->document);
  if (is_known)
    return store::RecordedDocument{std::move(item->document), {}, std::move(item->facts), {}};
  const Extractor* loaded = extractor();
  if (loaded == nullptr) return Error{ErrorCode::invalid_option, "no weights could be loaded"};
  Outcome outcome = DocumentWork(options_.extract, *loaded).of(std::move(item));
  if (outcome.error) return *std::move(outcome.error);
  return store::RecordedDocument{std::move(outcome.item->document), std::move(outcome.record),
                                 std::move(outcome.item->facts), engine_of(*loaded)};
}

Indexed IndexWork::of(Inputs::Next next) {
  Indexed indexed;
  indexed.place = std::move(next.place);
  bool is_known = false;
  auto document = recorded(std::move(next.item), is_known);
  if (!document) {
    indexed.error = document.error();
  } else if (!is_known) {
    indexed.entry.emplace(*std::move(document));
  }
  return indexed;
}

}  // namespace quoth::cli
