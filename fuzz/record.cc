// Any text through the whole engine, with a tiny network of random weights: the record's promises must hold.

#include "quoth/record.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "quoth/extractor.h"
#include "text/utf8.h"

namespace {

void check(const quoth::Document& document, quoth::Span span) {
  const std::string_view text = document.text();
  const bool fits = span.start < span.end && span.end <= text.size();
  if (!fits || !quoth::text::starts_sequence(text[span.start])) __builtin_trap();
  if (span.end < text.size() && !quoth::text::starts_sequence(text[span.end])) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto extractor =
      quoth::Extractor::load(QUOTH_SOURCE_DIR "/tests/fixtures/tiny.qmodel");
  if (!extractor) __builtin_trap();
  std::string text = quoth::text::replace_invalid({reinterpret_cast<const char*>(data), size});
  const auto document = quoth::Document::from_utf8(std::move(text));
  if (!document) return 0;
  quoth::DocumentFacts facts;
  facts.title = "A title of John Legend";
  facts.published = "2021-01-01";
  const quoth::Record record = extractor->extract(*document, facts);
  for (const quoth::Quotation& quotation : record.quotations) {
    if (quotation.content.empty()) __builtin_trap();
    for (const auto* spans : {&quotation.content, &quotation.cue, &quotation.source}) {
      for (const quoth::Span span : *spans) check(*document, span);
    }
    if (quotation.speaker && quotation.speaker->entity >= record.entities.size()) __builtin_trap();
  }
  quoth::to_json(*document, record, {}, {});
  return 0;
}
