#include "server/engine.h"

#include <utility>

#include "ingest/language.h"

namespace quoth::server {

Result<Engine> Engine::load(const std::string& model) {
  auto extractor = Extractor::load(model);
  if (!extractor) return extractor.error();
  return Engine(*std::move(extractor));
}

Result<store::RecordedDocument> Engine::read(std::string text, DocumentFacts facts,
                                             const std::stop_token& stop) const {
  auto document = Document::from_utf8(std::move(text));
  if (!document) return document.error();
  facts.language = ingest::language_of(document->text());
  Record record;
  if (facts.language == "en") {
    record = extractor_.extract(*document, facts, stop);
  } else {
    facts.notes.emplace_back("not_english");
  }
  return store::RecordedDocument{*std::move(document),
                                 std::move(record),
                                 std::move(facts),
                                 {QUOTH_VERSION, std::string(extractor_.model_name()),
                                  std::string(extractor_.model_sha256())}};
}

}  // namespace quoth::server
