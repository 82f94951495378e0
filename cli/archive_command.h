#pragma once

#include <cstddef>
#include <string>

#include "cli/extract_options.h"

namespace quoth::cli {

/// What `quoth archive` was asked to do.
struct ArchiveOptions {
  ExtractOptions extract;
  std::string folder;
  bool resume = false;
  std::size_t part_items = 1000;  ///< Items (documents and errors) of a part.
  bool find_duplicates = true;
};

void add_archive_flags(CLI::App& command, ArchiveOptions& options);

/// Exit code: done, also where some inputs could not be read (they stand in errors-*.jsonl); error where the run could not go on.
int run_archive(const ArchiveOptions& options);

}  // namespace quoth::cli
