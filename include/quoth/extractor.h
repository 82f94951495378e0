#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"
#include "quoth/quotation.h"
#include "quoth/record.h"
#include "quoth/result.h"

namespace quoth {

/// Whose habits of annotation to follow. polnear leaves nested quotations out.
enum class Annotation : std::uint8_t { wikinews, polnear };

struct ExtractorOptions {
  /// Quotations less certain than this (0 to 1) are left out. Negative: the model's own best value.
  float min_confidence = -1.0F;
  /// Speakers less certain than this (0 to 1) are not named: speaker is empty, and they lead the candidates. 0: all are
  /// named. Negative: the model's own best value.
  float min_speaker_confidence = -1.0F;
  Annotation annotation = Annotation::wikinews;
  /// Which matrix kernels compute: "auto" (the fastest that this processor has), "amx", "vnni",
  /// "avx2", "portable" (all four give the same bits), or "f32".
  std::string kernel = "auto";
  /// A knowledge base (`quoth kb build`) to link persons and organisations to; empty: none.
  std::string knowledge_base;
};

/// What one stage took, summed over documents and threads.
struct StageTime {
  std::string_view
      stage;  ///< "segment", "tag", "quotes", "entities", "attribution". Lives for ever.
  std::chrono::nanoseconds time;
};

/// Finds the quotations in a document. Loading is slow; keep one per process.
/// Immutable once loaded: extract() may run on any number of threads at once.
class Extractor {
 public:
  /// Fails with file_not_found (the message lists the places searched), file_unreadable,
  /// model_corrupt, model_too_new, kb_corrupt, kb_too_new, invalid_option or kernel_unavailable. `model` is a path, or the
  /// name "base", "fast", "research" or "fast-research", which is sought in QUOTH_MODEL_PATH (folders parted by ':'),
  /// in models/ beside the build tree, and in PREFIX/share/quoth/models; of the Python package, in its own folder.
  static Result<Extractor> load(std::string_view model = "base",
                                const ExtractorOptions& options = {});

  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  /// The answer depends only on the model, the options and the text: never on threads, batching
  /// or earlier calls. Cannot fail. Of the facts, the title helps to complete names, and the date of publication dates what
  /// the text says of time ("on Tuesday"). After a stop is requested it returns within a fraction of a second (a few, where the
  /// document has megabytes and the network is done with it) and the record is empty: drop it.
  Record extract(const Document& document, const DocumentFacts& facts = {},
                 const std::stop_token& stop = {}) const;

  /// Every stage's value for one document, as a text for people.
  std::string explain(const Document& document, const DocumentFacts& facts = {}) const;

  /// What each stage has taken so far, in the order they run. Thread-safe.
  std::vector<StageTime> stage_times() const;

  /// File name of the weights ("quoth-en-2026.1-base.qmodel"), their SHA-256 in hexadecimal, and
  /// the name of the kernels in use. Valid as long as the extractor.
  std::string_view model_name() const noexcept;
  std::string_view model_sha256() const noexcept;
  std::string_view kernel_name() const noexcept;

 private:
  struct Impl;
  explicit Extractor(std::unique_ptr<const Impl> impl) noexcept;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace quoth
