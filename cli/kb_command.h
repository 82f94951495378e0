#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace quoth::cli {

struct KbBuildOptions {
  std::string out;
  std::vector<std::string> inputs;
};

struct KbShowOptions {
  std::string file, name;
};

/// Adds the flags of `quoth kb build` and `quoth kb show`. `options` must outlive the parse.
void add_kb_build_flags(CLI::App& command, KbBuildOptions& options);
void add_kb_show_flags(CLI::App& command, KbShowOptions& options);

/// Makes a knowledge base; faulty lines are told on standard error with their number, skipped and counted. 2 where there
/// were any, or an input could not be read; the base of the others is written all the same.
int run_kb_build(const KbBuildOptions& options);

/// Prints what a name, or an id, stands for, tab-separated, most frequent first; 1 where it is unknown.
int run_kb_show(const KbShowOptions& options);

}  // namespace quoth::cli
