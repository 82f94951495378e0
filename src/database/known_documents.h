#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/sha256.h"
#include "quoth/result.h"

namespace quoth::database {

/// Tells whether a document is in a record already, or was forgotten, before time is spent on it. Any number of threads, while one
/// writes: what was added since the last commit may not be known yet.
class KnownDocuments {
 public:
  /// Fails with the codes of RecordFile::open_for_reading().
  static Result<KnownDocuments> open(const std::string& path);

  KnownDocuments(KnownDocuments&&) noexcept;
  ~KnownDocuments();

  bool has(std::string_view publisher, std::string_view key, const base::Sha256& text);

 private:
  struct Impl;
  explicit KnownDocuments(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::database
