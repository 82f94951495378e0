#include "cli/serve_command.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>
#include <utility>

#include "cli/document_work.h"
#include "cli/extract_command.h"
#include "cli/stop_signal.h"
#include "cli/terminal.h"
#include "server/listener.h"
#include "server/service.h"

namespace quoth::cli {
namespace {

constexpr double longest_seconds = 86'400;

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000.0));
}

/// One line an answer, without anything that was asked for or sent.
void log(const server::LogEntry& entry) {
  write_out(fmt::format("{:%Y-%m-%dT%H:%M:%SZ} {} {} {} {:.1f} ms {} bytes\n",
                        fmt::gmtime(std::time(nullptr)), entry.method, entry.name, entry.status,
                        static_cast<double>(entry.time.count()) / 1000.0, entry.bytes));
}

Result<server::ServiceOptions> service_options(const ServeOptions& options) {
  server::ServiceOptions service{.record = options.record, .model = options.model};
  service.bound = options.host;
  service.host_names = options.allowed_hosts;
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  service.readers = options.threads == 0 ? cores : options.threads;
  service.engines = options.engines;
  service.complain = [](std::string_view message) { complain(harmless(message)); };
  if (!options.token_file.empty()) {
    auto token = server::BearerToken::of_file(options.token_file);
    if (!token) return token.error();
    service.token = *token;
  }
  return service;
}

server::ListenerOptions listener_options(const ServeOptions& options) {
  server::ListenerOptions listener{.address = options.host, .port = options.port};
  listener.most_connections = options.connections;
  listener.head_time = listener.mebibyte_time = milliseconds(options.request_seconds);
  listener.answer_time = milliseconds(options.answer_seconds);
  listener.idle_time = milliseconds(options.idle_seconds);
  if (!options.quiet) listener.log = log;
  return listener;
}

std::string address_to_open(const ServeOptions& options, std::uint16_t port) {
  const bool is_version_6 = options.host.find(':') != std::string::npos;
  return fmt::format("http://{}{}{}:{}/", is_version_6 ? "[" : "", options.host,
                     is_version_6 ? "]" : "", port);
}

bool is_loopback(std::string_view host) { return host == "::1" || host.substr(0, 4) == "127."; }

int failed(const Error& error) {
  complain(described(error));
  return exit_error;
}

}  // namespace

void add_serve_flags(CLI::App& command, ServeOptions& options) {
  command.add_option("--db", options.record, "the record, as quoth index makes it")
      ->required()
      ->type_name("FILE");
  command.add_option("--port", options.port, "the port; 0: one that is free (default: 8573)")
      ->type_name("N");
  command
      .add_option("--host", options.host,
                  "the address to listen on, a number (default: 127.0.0.1, for this machine alone)")
      ->type_name("ADDRESS");
  command
      .add_option("--allow-host", options.allowed_hosts,
                  "a name by which the server may be called besides its address and localhost; "
                  "can be repeated")
      ->type_name("NAME");
  command
      .add_option("--token-file", options.token_file,
                  "the file whose first line is the token of those who may write; without it "
                  "nobody may")
      ->type_name("FILE");
  command
      .add_option("--model", options.model,
                  "weights for texts that are sent: base, fast, research, fast-research or a file "
                  "(default: base)")
      ->type_name("NAME");
  command.add_option("--threads", options.threads, "threads that read the record (default: cores)")
      ->type_name("N");
  command
      .add_option("--engines", options.engines,
                  "texts read at once; who sends more is told to come again; 0: none is taken "
                  "(default: 1)")
      ->type_name("N");
  command.add_option("--connections", options.connections, "connections at once (default: 256)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  const auto seconds = CLI::Range(0.1, longest_seconds);
  command
      .add_option("--request-seconds", options.request_seconds,
                  "how long a request's head may take to arrive, and each MiB of its body "
                  "(default: 10)")
      ->type_name("S")
      ->check(seconds);
  command
      .add_option("--answer-seconds", options.answer_seconds,
                  "how long an answer may be worked on (default: 30)")
      ->type_name("S")
      ->check(seconds);
  command
      .add_option("--idle-seconds", options.idle_seconds,
                  "how long a connection may wait for its next request (default: 60)")
      ->type_name("S")
      ->check(seconds);
  command.add_flag("--quiet", options.quiet, "no line on standard output for each answer");
}

int run_serve(const ServeOptions& options) {
  auto service_settings = service_options(options);
  if (!service_settings) return failed(service_settings.error());
  auto service = server::Service::open(*std::move(service_settings));
  if (!service) return failed(service.error());
  auto listener = server::Listener::bind(**service, listener_options(options));
  if (!listener) return failed(listener.error());
  if (!is_loopback(options.host)) {
    complain(options.host + ": others can reach this; it speaks no TLS: see docs/server.md");
  }
  catch_stop_signals();
  complain("serving " + options.record + " at " + address_to_open(options, (*listener)->port()));
  (*listener)->run(stop_was_asked);
  return exit_done;
}

}  // namespace quoth::cli
