#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "quoth/extractor.h"
#include "store/recorded_document.h"

namespace quoth::server {

/// Finds the quotations of a text that somebody sends. Immutable: any number of threads.
class Engine {
 public:
  /// Loads the weights; fails as Extractor::load does.
  static Result<Engine> load(const std::string& model);

  /// Text and facts of a document with what is found in it. Of other languages than English nothing is, and the note
  /// not_english says so. Fails with invalid_utf8 or document_too_large. After a stop is requested the record is empty.
  Result<store::RecordedDocument> read(std::string text, DocumentFacts facts,
                                       const std::stop_token& stop) const;

 private:
  explicit Engine(Extractor extractor) : extractor_(std::move(extractor)) {}
  Extractor extractor_;
};

}  // namespace quoth::server
