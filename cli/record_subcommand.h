#pragma once

#include <CLI/CLI.hpp>

namespace quoth::cli {

/// Adds a subcommand that works on a record (`options.record`, --db) and sets the exit code. `options` and `code` must outlive the parsing.
template <typename Options>
CLI::App* add_record_subcommand(CLI::App& command, const char* verb, const char* help,
                                Options& options, int& code, int (*run)(const Options&)) {
  CLI::App* added = command.add_subcommand(verb, help);
  added->add_option("--db", options.record, "the record, as quoth index makes it")
      ->required()
      ->type_name("FILE");
  added->callback([&options, &code, run] { code = run(options); });
  return added;
}

}  // namespace quoth::cli
