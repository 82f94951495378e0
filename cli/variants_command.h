#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "database/connection.h"
#include "database/families.h"

namespace quoth::cli {

/// What `quoth variants` was asked to do.
struct VariantsOptions {
  std::string record;       ///< The database.
  std::int64_t number = 0;  ///< Of a quotation or family.
  bool grave = false;
  std::size_t most = 20;
  bool json = false;
};

/// Joins, and tells people what was found. Exit code.
int join_variants(database::Connection& connection, database::JoinScope scope);

/// Adds list and show to `quoth variants`, which itself joins; `code` gets what the one that is called gives.
void add_variants_commands(CLI::App& command, VariantsOptions& options, int& code);

}  // namespace quoth::cli
