// Any text as the words of a query, and as its names, days and cursor: the answer is one or a clear error, never one of SQLite's; what is highlighted lies
// in the text, and pages end.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "made_up_record.h"
#include "search/searcher.h"
#include "text/utf8.h"

namespace {

namespace database = quoth::database;

/// A record of a few words, made once.
database::RecordFile& record() {
  static database::RecordFile file = [] {
    quoth::store::RecordedDocument document{
        *quoth::Document::from_utf8("“The old harbour wall will open,” said Ana Ruiz. “A café!”"),
        {},
        {},
        {"0", "m", "0"}};
    document.facts.key = "a";
    document.facts.published = "2021-03-04";
    document.facts.publisher = "Post";
    document.record.entities.push_back({"Ana Ruiz", quoth::EntityType::person, {}, {}});
    for (const quoth::Span span : {quoth::Span{0, 37}, quoth::Span{53, 67}}) {
      quoth::Quotation quotation;
      quotation.content = {span};
      quotation.speaker = quoth::EntityReference{0, 0.9F};
      document.record.quotations.push_back(quotation);
    }
    return quoth::fuzz::record_of(std::move(document));
  }();
  return file;
}

void check(quoth::search::Searcher& searcher, quoth::search::Query query) {
  for (int page = 0; page < 10; ++page) {
    const auto answer = searcher.search(query);
    if (!answer) {
      const auto code = answer.error().code;
      const bool is_of_the_record =
          code == quoth::ErrorCode::record_corrupt || code == quoth::ErrorCode::record_busy;
      if (is_of_the_record || answer.error().message.empty()) __builtin_trap();
      return;
    }
    for (const quoth::search::Hit& hit : answer->hits) {
      for (const quoth::Span span : hit.highlights) {
        if (span.start >= span.end || span.end > hit.text.size()) __builtin_trap();
        if (!quoth::text::starts_sequence(hit.text[span.start])) __builtin_trap();
      }
    }
    to_json(*answer);
    if (!answer->next) return;
    query.cursor = *answer->next;
  }
  __builtin_trap();  // Ten pages of two quotations.
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static quoth::search::Searcher searcher(record().connection());
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  quoth::search::Query query;
  query.limit = 1;
  query.sort = static_cast<quoth::search::Sort>(data[0] % 3U);
  switch (data[0] / 3U % 6U) {
    case 0:
      query.speaker = text;
      break;
    case 1:
      query.outlet = text;
      break;
    case 2:
      query.since = text;
      break;
    case 3:
      query.cursor = text;
      break;
    default:
      query.words = text;
  }
  check(searcher, std::move(query));
  return 0;
}
