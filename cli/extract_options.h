#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "ingest/item.h"
#include "quoth/extractor.h"
#include "quoth/record.h"

namespace quoth::cli {

enum class Format : std::uint8_t { automatic, pretty, jsonl, csv };

/// What `quoth extract` and `quoth explain` were asked to do, as the flags' table in extract_options.cc fills it.
struct ExtractOptions {
  std::vector<std::string> inputs;  ///< Files, folders and patterns.
  std::vector<std::string> lists;   ///< Files with an input a line.
  std::string model = "base";
  ExtractorOptions extractor;
  ingest::InputOptions input;
  RecordOptions record;
  Format format = Format::automatic;
  std::vector<std::string> kinds, acts;  ///< Empty: all.
  std::string color = "auto";
  std::size_t threads = 0;  ///< 0: all cores.
  std::size_t batch = 4;    ///< Documents in flight a thread.
  bool profile = false;
  bool any_language = false;  ///< Reads what is not English too.
};

/// Adds the flags of the table to a command. `options` must outlive the parse.
void add_extract_flags(CLI::App& command, ExtractOptions& options);

/// Those of them that `quoth archive` takes: all but how to show records.
void add_many_flags(CLI::App& command, ExtractOptions& options);

/// Those of them that `quoth index` takes: all that the stored record depends on.
void add_index_flags(CLI::App& command, ExtractOptions& options);

/// The few of them that `quoth explain` takes.
void add_explain_flags(CLI::App& command, ExtractOptions& options);

}  // namespace quoth::cli
