#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/extract_options.h"
#include "cli/inputs.h"
#include "quoth/extractor.h"
#include "quoth/record.h"

namespace quoth::cli {

/// What one item came to: a document with its record, or an error.
struct Outcome {
  std::optional<ingest::Item> item;
  std::optional<Error> error;
  Record record;
  std::size_t words = 0;
  bool is_foreign = false;  ///< Not read: in another language than English.
};

/// What is done with an item on any thread: a page's text is made, the language told, quotations found, and those kept that were
/// asked for. Immutable.
class DocumentWork {
 public:
  /// REQUIRES: both outlive this.
  DocumentWork(const ExtractOptions& options, const Extractor& extractor)
      : options_(options), extractor_(extractor) {}

  Outcome of(Result<ingest::Item> found) const;

 private:
  const ExtractOptions& options_;
  const Extractor& extractor_;
};

/// Loads what the options name; nothing, after complaining, where that fails.
std::optional<Extractor> load_extractor(const ExtractOptions& options);

/// Whether there is anything to read; complains where not.
bool has_inputs(const ExtractOptions& options);

/// Tells on standard error that so many documents were not read for their language.
void tell_foreign(std::size_t documents);

/// Who computes, for a record's `engine`.
EngineFacts engine_of(const Extractor& extractor);

/// "message [code]".
std::string described(const Error& error);

}  // namespace quoth::cli
