#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "search/query.h"

namespace quoth::cli {

/// How answers are printed.
enum class AnswerFormat : std::uint8_t { automatic, pretty, json, jsonl };

/// What `quoth search` was asked.
struct SearchOptions {
  std::string record;  ///< The database.
  std::vector<std::string> words;
  search::Query query;
  std::string act, kind, sort = "newest";
  AnswerFormat format = AnswerFormat::automatic;
  std::string color = "auto";
  bool facets = false;
};

/// --format and --color.
void add_answer_flags(CLI::App& command, AnswerFormat& format, std::string& color, bool has_lines);

void add_search_flags(CLI::App& command, SearchOptions& options);
/// 1: nothing was found, or nobody has the name.
int run_search(const SearchOptions& options);

}  // namespace quoth::cli
