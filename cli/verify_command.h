#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "ingest/item.h"

namespace quoth::cli {

struct VerifyOptions {
  std::string record;               ///< JSON Lines of quoth.record/1.
  std::vector<std::string> inputs;  ///< What it was made from.
  std::string database;             ///< A record on disk instead of both; empty: none.
  ingest::InputOptions input;
};

void add_verify_flags(CLI::App& command, VerifyOptions& options);

/// Replays a record against its inputs, or a record on disk against itself: the text's hash and every span. 0: all agree; 1: some do not; 2: something is unreadable.
int run_verify(const VerifyOptions& options);

}  // namespace quoth::cli
