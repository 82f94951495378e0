#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "kb/item.h"
#include "quoth/result.h"

namespace quoth::kb {

/// What became of the input.
struct WriteSummary {
  std::size_t items = 0, aliases = 0, candidates = 0;
  std::size_t counts_used = 0;       ///< Alias counts whose title is an item's.
  std::size_t counts_elsewhere = 0;  ///< Of other titles, but of an alias that an item has.
  std::size_t counts_unused = 0;     ///< Of aliases that no item has.
  std::uint64_t bytes = 0;           ///< Of the file.
};

/// Makes a knowledge base out of items and alias counts. The bytes do not depend on the order in which
/// they were added: of two items with one id the union is taken (the smaller name and title bytewise, the longer
/// description, the earlier start, the later end, the larger weight). Everything is held in memory
/// until write(): a million items of one name and a hundred bytes of description took 600 MB.
/// One thread at a time.
class KnowledgeBaseWriter {
 public:
  KnowledgeBaseWriter();
  KnowledgeBaseWriter(KnowledgeBaseWriter&&) noexcept;
  KnowledgeBaseWriter& operator=(KnowledgeBaseWriter&&) noexcept;
  ~KnowledgeBaseWriter();

  /// REQUIRES: tidy(item) found nothing wrong; the same of counts.
  void add(const Item& item);
  void add(const AliasCount& count);

  /// The file's bytes. Leaves the writer empty. Fails with invalid_option where there are more than 2^32 - 1
  /// rows of a sort, or more than 4 GiB of text.
  Result<std::vector<std::byte>> bytes(WriteSummary& summary);

  /// Writes the file beside its place, then moves it there: a reader never sees half of one. Fails as
  /// bytes() does, or with output_unwritable.
  Result<WriteSummary> write(const std::filesystem::path& path);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::kb
