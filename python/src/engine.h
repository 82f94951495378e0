#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "quoth/document.h"
#include "quoth/extractor.h"
#include "quoth/record.h"

namespace quoth::python {

/// An extractor and what the command line does around it, so that both write the same record. Immutable; any number of
/// threads. Shared by Python's object and by the workers that use it.
class Engine {
 public:
  Engine(Extractor extractor, bool any_language);

  /// The record as a line of JSON without its end. After a stop is requested what it returns is not to be used.
  std::string record_of(const Document& document, DocumentFacts facts,
                        const std::stop_token& stop) const;

  const Extractor& extractor() const noexcept { return extractor_; }

 private:
  Extractor extractor_;
  EngineFacts facts_;
  bool any_language_;  ///< Reads documents in other languages than English too.
};

}  // namespace quoth::python
