#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace quoth::server {

/// An answered request, for a log. Holds nothing that somebody typed.
struct LogEntry {
  std::string_view method;  ///< "GET"; "-" where it is none that is known.
  std::string_view name;    ///< The route's path, "/api/v1/articles/{version}"; "page"; "-".
  unsigned status = 0;
  std::chrono::microseconds time{};  ///< From the request's last byte to the answer's first.
  std::size_t bytes = 0;             ///< Of the answer's body, as sent.
};

struct ListenerOptions {
  std::string address = "127.0.0.1";  ///< A number, not a name: "127.0.0.1", "::1", "0.0.0.0".
  std::uint16_t port = 8573;          ///< 0: one that is free.
  std::size_t most_connections = 256;
  /// Of all bodies that are being received or answered, in bytes; above it whoever sends is told to come again.
  std::size_t most_body_bytes = std::size_t{64} << 20U;
  std::chrono::milliseconds head_time{10'000};  ///< From a request's first byte to its head's last.
  /// For each MiB begun of a body, and for each MiB of an answer to be taken.
  std::chrono::milliseconds mebibyte_time{10'000};
  std::chrono::milliseconds idle_time{60'000};    ///< Between two requests of a connection.
  std::chrono::milliseconds answer_time{30'000};  ///< For working on an answer.
  std::chrono::milliseconds stop_time{5'000};     ///< After a stop, for what is at work.
  std::function<void(const LogEntry&)> log = [](const LogEntry&) {
  };  ///< Called from the listener's thread.
};

}  // namespace quoth::server
