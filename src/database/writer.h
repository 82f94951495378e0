#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "database/connection.h"
#include "database/entry.h"

namespace quoth::database {

/// What became of a document that was added.
enum class Added : std::uint8_t {
  as_new,      ///< The first of its publisher and key.
  as_version,  ///< A new version of an article that is there.
  again,       ///< There already; its quotations were replaced, as was asked for.
  known,       ///< There already: nothing changed.
  forgotten,   ///< Left out: it was forgotten before.
};

/// "new", "version", "again", "known" or "forgotten".
const char* name(Added added) noexcept;

/// How a run writes.
struct WriteOptions {
  std::string program;         ///< "quoth 0.1.0".
  std::string settings;        ///< Model and options, for people.
  bool replace_known = false;  ///< Replaces the quotations of documents that are there.
};

struct WriteCounts {
  std::uint64_t as_new = 0, as_version = 0, again = 0, known = 0, forgotten = 0;
  std::uint64_t quotations = 0;  ///< Of the first three.
  std::uint64_t faults = 0;      ///< That were not told before.
};

/// Adds documents to a record, in transactions. One thread; the process holds the record's lock (RecordFile).
class Writer {
 public:
  /// REQUIRES: the connection outlives this.
  Writer(Connection& connection, WriteOptions options);
  ~Writer();

  /// What was forgotten before is taken out of the entry. Nothing: it failed (Connection::error()), and so will all that follows; what is committed stays.
  std::optional<Added> add(Entry& entry);

  /// What could not be read; the same is noted once.
  void note_fault(const std::string& path, const Error& error);

  /// What was added since the last commit is on the disk when it returns without an error.
  std::optional<Error> commit();

  /// The last commit of a run, which ends it.
  std::optional<Error> finish();

  /// Of all that was added, committed or not.
  const WriteCounts& counts() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::database
