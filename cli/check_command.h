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

void add_check_flags(CLI::App& command, CheckOptions& options);
/// 0 whenever there is an answer, not_found among them.
int run_check(const CheckOptions& options);

/// What `quoth diff` was asked to do.
struct DiffOptions {
  std::string record;  ///< Empty: none is needed.
  std::string a, b, by_a, by_b;
  std::string format, color = "auto";
};

void add_diff_flags(CLI::App& command, DiffOptions& options);
int run_diff(const DiffOptions& options);

}  // namespace quoth::cli
