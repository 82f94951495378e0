#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "search/checker.h"

namespace quoth::cli {

/// What `quoth check` was asked to do.
struct CheckOptions {
  std::string record;
  search::Claim claim;
  std::string format, color = "auto";  ///< No format: text on a terminal, else JSON.
};

/// What `quoth diff` was asked to do.
struct DiffOptions {
  std::string record;  ///< Empty: none is needed.
  std::string a, b, by_a, by_b;
  std::string format, color = "auto";
};

/// Adds `quoth check` and `quoth diff`; `code` gets what the one that is called gives: 0 whenever there is an answer, not_found among them.
void add_check_commands(CLI::App& app, CheckOptions& check, DiffOptions& diff, int& code);

}  // namespace quoth::cli
