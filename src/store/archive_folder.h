#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "quoth/result.h"

namespace quoth::store {

/// How far a run over many inputs has come, as checkpoint.json states it (docs/formats/archive.md). An *item* is one answer of an
/// input: a document or an error.
struct Checkpoint {
  /// What must be the same for a run to go on where another stopped: model and options, as a text.
  std::string run;
  std::uint64_t parts = 0;
  std::uint64_t items = 0;        ///< In those parts.
  std::uint64_t inputs_done = 0;  ///< Inputs before that of the last item: all of theirs are.
  std::string inputs_hash;        ///< Of the paths of those inputs, in order.
  std::string input;              ///< The path of the one after them, which the last item is of.
  std::uint64_t input_items = 0;  ///< How many of its items are.
  std::map<std::string, std::uint64_t>
      counts;  ///< Of documents, quotations, errors, skipped records …
  bool finished = false;
};

/// A folder of numbered parts, each written whole or not at all, and the checkpoint that says what is in them: a process killed at
/// any moment loses only what is not yet in a part. One process at a time (a lock), one thread.
///
///     part-00000.jsonl …    records, a line each
///     errors-00000.jsonl    what could not be read, where a part has any
///     near-00000.bin        the articles' signatures, to know near-duplicates of them again
///     checkpoint.json
class ArchiveFolder {
 public:
  /// The three files of one part; empty ones but for the records are not written.
  struct Part {
    std::string records, errors, signatures;
    void clear();
  };

  /// Makes the folder where there is none. Fails with output_unwritable, or invalid_option: another process writes there; it
  /// holds a run already and `resume` is false; that run's model or options differ; its checkpoint cannot be read.
  static Result<ArchiveFolder> open(const std::string& path, const std::string& run, bool resume);

  ArchiveFolder(ArchiveFolder&&) noexcept;
  ArchiveFolder& operator=(ArchiveFolder&&) noexcept;
  ~ArchiveFolder();

  /// As on the disk.
  const Checkpoint& checkpoint() const noexcept;

  /// The signatures of the part numbered `part`, empty where it has none. Fails with file_unreadable.
  Result<std::string> signatures(std::uint64_t part) const;

  /// Writes the next part, then the checkpoint `after`, whose number of parts is set here. Nothing is acknowledged before both
  /// are on the disk. Fails with output_unwritable: then the folder is as before.
  std::optional<Error> add(const Part& part, Checkpoint after);

  /// Writes the checkpoint alone: what an empty last part would say.
  std::optional<Error> finish(Checkpoint after);

 private:
  struct Impl;
  explicit ArchiveFolder(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::store
