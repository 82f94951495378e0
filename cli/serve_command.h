#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace quoth::cli {

/// What `quoth serve` was asked to do.
struct ServeOptions {
  std::string record;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8573;
  std::vector<std::string> allowed_hosts;
  std::string token_file;  ///< Empty: nobody writes.
  std::string model = "base";
  std::size_t threads = 0;  ///< 0: as many as cores.
  std::size_t engines = 1;
  std::size_t connections = 256;
  double request_seconds = 10, answer_seconds = 30, idle_seconds = 60;
  bool quiet = false;
};

void add_serve_flags(CLI::App& command, ServeOptions& options);

/// Serves until SIGINT or SIGTERM. Exit code: done, or error where it could not start.
int run_serve(const ServeOptions& options);

}  // namespace quoth::cli
