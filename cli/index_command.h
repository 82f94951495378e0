#pragma once

#include <string>

#include "cli/extract_options.h"

namespace quoth::cli {

/// What `quoth index` was asked to do.
struct IndexOptions {
  ExtractOptions extract;
  std::string record;     ///< The database.
  std::string publisher;  ///< Of inputs that state none; empty: unknown.
  bool again = false;
  bool acknowledge = false;
  bool join_variants = true;  ///< Afterwards, where something changed.
};

void add_record_flags(CLI::App& command, IndexOptions& options);

/// Exit code: done, also where some inputs could not be read (table fault has them); error where the run could not go on.
int run_index(const IndexOptions& options);

}  // namespace quoth::cli
