#include "engine.h"

#include <utility>

#include "quoth/language.h"

namespace quoth::python {

Engine::Engine(Extractor extractor, bool any_language)
    : extractor_(std::move(extractor)),
      facts_{QUOTH_VERSION, std::string(extractor_.model_name()),
             std::string(extractor_.model_sha256())},
      any_language_(any_language) {}

std::string Engine::record_of(const Document& document, DocumentFacts facts,
                              const std::stop_token& stop) const {
  facts.language = language_of(document);
  Record record;
  if (any_language_ || facts.language == "en") {
    record = extractor_.extract(document, facts, stop);
  } else {
    facts.notes.emplace_back("not_english");
  }
  return to_json(document, record, facts, facts_);
}

}  // namespace quoth::python
