#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/search_command.h"

namespace quoth::cli {

/// What `quoth profile` was asked.
struct ProfileOptions {
  std::string record;  ///< The database.
  std::string name;
  AnswerFormat format = AnswerFormat::automatic;
  std::string color = "auto";
};

void add_profile_flags(CLI::App& command, ProfileOptions& options);
/// 1: nobody has the name, or several have.
int run_profile(const ProfileOptions& options);

}  // namespace quoth::cli
