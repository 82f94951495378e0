#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

namespace quoth::cli {

/// What the commands on a record on disk were asked to do.
struct RecordCommandOptions {
  std::string record;  ///< The database.
  bool json = false;
  std::string key, publisher, person;  ///< Empty: not given.
  bool all_versions = false, with_text = true;
  std::string name, other;  ///< Of `quoth entity`.
  std::size_t most = 20;
};

void add_stats_flags(CLI::App& command, RecordCommandOptions& options);
int run_stats(const RecordCommandOptions& options);

void add_compact_flags(CLI::App& command, RecordCommandOptions& options);
int run_compact(const RecordCommandOptions& options);

void add_forget_flags(CLI::App& command, RecordCommandOptions& options);
/// 1: there is nothing of that key or name.
int run_forget(const RecordCommandOptions& options);

void add_export_flags(CLI::App& command, RecordCommandOptions& options);
int run_export(const RecordCommandOptions& options);

/// Adds list, show, merge and split to `quoth entity`; `code` gets what the one that is called gives.
void add_entity_commands(CLI::App& command, RecordCommandOptions& options, int& code);

}  // namespace quoth::cli
