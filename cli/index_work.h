#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>

#include "cli/document_work.h"
#include "cli/index_command.h"
#include "cli/inputs.h"
#include "database/entry.h"
#include "database/known_documents.h"

namespace quoth::cli {

/// What one item came to on its way to the record.
struct Indexed {
  std::optional<database::Entry>
      entry;  ///< Neither this nor an error: it is known already, or was forgotten.
  std::optional<Error> error;
  Inputs::Place place;
};

/// What is done with an item on any thread: a finished record is read and checked; of anything else the text is made and, unless the record
/// has it, quotations are found. The network is loaded when the first document needs it.
class IndexWork {
 public:
  /// REQUIRES: all outlive this.
  IndexWork(const IndexOptions& options, database::KnownDocuments& known)
      : options_(options), known_(known) {}

  Indexed of(Inputs::Next next);

  /// Whether the network could not be loaded, which was complained of: nothing can go on.
  bool failed() const noexcept { return loaded_ && !extractor_; }

 private:
  Result<store::RecordedDocument> recorded(Result<ingest::Item> found, bool& is_known);
  const Extractor* extractor();
  bool is_known(const DocumentFacts& facts, const Document& document);

  const IndexOptions& options_;
  database::KnownDocuments& known_;
  std::once_flag once_;
  std::optional<Extractor> extractor_;
  std::atomic<bool> loaded_ = false;
};

}  // namespace quoth::cli
