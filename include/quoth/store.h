#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"
#include "quoth/quotation.h"
#include "quoth/record.h"
#include "quoth/result.h"

namespace quoth {

/// What became of a document that was added to a store. An article is known by its publisher and key.
enum class StoreOutcome : std::uint8_t {
  new_article,
  new_version,  ///< Of an article that is there: its text is another. The old version stays.
  known,        ///< The article has that text already: nothing changed.
  forgotten,    ///< The article, or its text, was forgotten before (`quoth forget`): left out.
};

struct StoreOptions {
  /// Makes the file where there is none.
  bool create = true;
  /// Who writes, and with what settings, for people who look at the runs.
  std::string program = "libquoth", settings;
};

/// Renderings of one utterance across the articles of a store.
struct StoreFamilies {
  std::uint64_t families = 0;
  std::uint64_t renderings = 0;  ///< In all of them.
};

/// What verify() looked at, and what is wrong.
struct StoreCheck {
  std::uint64_t documents = 0, quotations = 0, spans = 0;
  std::uint64_t wrong = 0;          ///< 0: all is well.
  std::vector<std::string> faults;  ///< The first hundred.
};

/// Documents and their quotations on disk: the SQLite file that `quoth index` makes and docs/formats/store.md describes.
/// One process at a time opens a file for writing; any number read it meanwhile. A store is for one thread at a time.
/// After the first failure all that follows fails with the same error; what was committed stays.
class Store {
 public:
  /// Brings an older file up to date. Fails with file_not_found, output_unwritable, record_busy (another process writes),
  /// record_corrupt or record_too_new.
  static Result<Store> open_for_writing(const std::string& path, const StoreOptions& options = {});
  /// Fails with the same codes; add(), commit() and join_variants() of such a store fail with invalid_option.
  static Result<Store> open_for_reading(const std::string& path);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  /// What was not committed is dropped.
  ~Store();

  /// REQUIRES: the record was extracted from the document; facts and engine are valid UTF-8. Facts::key must not be empty
  /// (invalid_option); without a publisher the key alone tells the article.
  Result<StoreOutcome> add(const Document& document, const Record& record,
                           const DocumentFacts& facts, const EngineFacts& engine);

  /// What was added is on the disk when it returns without an error. Worth calling about once a second.
  std::optional<Error> commit();

  /// Joins what came since the last time with the renderings that are there, and commits. A tenth of a millisecond for each
  /// quotation of the store at most, far less where few came.
  Result<StoreFamilies> join_variants();

  /// Hands each article's newest version to `take` as a line of quoth.record/1 with its text, the oldest article first, until that gives false. The line is
  /// valid until `take` returns.
  std::optional<Error> for_each(const std::function<bool(std::string_view line)>& take);

  /// Replays the whole store: hashes, spans, references, indices.
  Result<StoreCheck> verify();

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth
