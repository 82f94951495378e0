#pragma once

#include "cli/extract_options.h"

namespace quoth::cli {

constexpr int exit_done = 0;
constexpr int exit_error = 2;  ///< Something could not be read or loaded; what could was done.

int run_extract(const ExtractOptions& options);
int run_explain(const ExtractOptions& options);

}  // namespace quoth::cli
