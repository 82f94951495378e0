#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/request.h"

namespace quoth::server {

/// What is wrong with bytes that should be a request.
enum class RequestFault : std::uint8_t {
  none,
  malformed,       ///< No HTTP/1.x, or what two readers could take for two different things.
  head_too_large,  ///< More than RequestParser::most_head_bytes.
  body_too_large,
  unknown_version,
  unknown_coding,  ///< A Transfer-Encoding other than chunked.
};

/// Makes requests of the bytes of one connection, as they arrive. One thread. The order of calls:
///
///     feed(bytes) until the state is head     head() tells what is asked for
///     take_body(limit)                        goes on; the state is body until all is there
///     feed(bytes) until the state is whole    body() has it
///     next()                                  starts the next request; bytes that came early count
///
/// Stricter than HTTP demands where the lenient reading is what attacks are made of: a line ends with CR LF, no line is
/// folded, a length stands once and not beside chunks, a host stands once.
class RequestParser {
 public:
  static constexpr std::size_t most_head_bytes = std::size_t{16} << 10U;

  /// `empty`: nothing of a request is there. `failed`: nothing more can be read of this connection.
  enum class State : std::uint8_t { empty, partial_head, head, body, whole, failed };

  RequestParser();
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  State feed(std::string_view bytes);
  State take_body(std::size_t limit);
  State next();

  State state() const noexcept { return state_; }
  RequestFault fault() const noexcept { return fault_; }

  /// REQUIRES: the state is head or later.
  const RequestHead& head() const noexcept { return head_; }
  bool has_body() const noexcept { return has_body_; }
  /// Nothing: it comes in chunks, or there is none.
  std::optional<std::uint64_t> content_length() const noexcept { return content_length_; }
  std::size_t received_body_bytes() const noexcept;
  /// Whether the client lets the connection be used again.
  bool keeps_alive() const noexcept { return keeps_alive_; }

  /// REQUIRES: the state is whole.
  std::string body() &&;

 private:
  struct Message;
  State fail(RequestFault fault);
  State read_head();
  State read_body();
  RequestFault fault_of_head();

  std::string pending_;      ///< Bytes that came and are not used yet.
  std::size_t scanned_ = 0;  ///< Of `pending_`: they hold no end of the head.
  State state_ = State::empty;
  RequestFault fault_ = RequestFault::none;
  RequestHead head_;
  bool has_body_ = false, keeps_alive_ = false;
  std::optional<std::uint64_t> content_length_;
  std::unique_ptr<Message> message_;
};

}  // namespace quoth::server
