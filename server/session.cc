#include "server/session.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <ctime>
#include <utility>

#include "server/ascii.h"
#include "server/problem.h"
#include "server/response_head.h"

namespace quoth::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t read_size = std::size_t{16} << 10U;
constexpr std::size_t mebibyte = std::size_t{1} << 20U;
// For a client to take the last answer before the connection goes: its own bytes that nobody reads would take the answer with them.
constexpr std::chrono::milliseconds linger_time{2000};

/// Methods that a log may name.
std::string_view known_method(std::string_view method) noexcept {
  constexpr std::array<std::string_view, 7> methods{"GET",    "HEAD",  "POST", "OPTIONS",
                                                    "DELETE", "PATCH", "PUT"};
  const auto found = std::find(methods.begin(), methods.end(), method);
  return found == methods.end() ? "-" : *found;
}

Response problem_of(RequestFault fault) {
  switch (fault) {
    case RequestFault::head_too_large:
      return problem(431, "head_too_large", "Head too large",
                     "the request's head has more than 16 KiB");
    case RequestFault::body_too_large:
      return problem(413, "body_too_large", "Body too large", "this address takes smaller bodies");
    case RequestFault::unknown_version:
      return problem(505, "unknown_version", "Unknown version", "speak HTTP/1.1");
    case RequestFault::unknown_coding:
      return problem(501, "unknown_coding", "Unknown coding",
                     "of transfer codings only chunked is known");
    case RequestFault::none:
    case RequestFault::malformed:
      break;
  }
  return problem(400, "malformed_request", "Malformed request", "the bytes sent are no request");
}

}  // namespace

Session::Session(tcp::socket socket, Hall& hall, bool counts)
    : hall_(hall),
      socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      buffer_(counts ? read_size : 512),
      counts_(counts) {
  hall_.sessions.insert(this);
  hall_.connections += counts_ ? 1U : 0U;
}

Session::~Session() {
  promise(0);
  hall_.sessions.erase(this);
  hall_.connections -= counts_ ? 1U : 0U;
}

void Session::start() {
  set_phase(Phase::idle, hall_.options.idle_time);
  read();
}

void Session::refuse() { tell(busy("too_many_connections", "too many connections: come again")); }

void Session::stop() {
  if (phase_ == Phase::idle) close();
}

void Session::abandon() {
  stop_.request_stop();
  if (phase_ != Phase::working) close();
}

void Session::set_phase(Phase phase, std::chrono::milliseconds time) {
  phase_ = phase;
  // What was set before is cancelled by this.
  timer_.expires_after(time);
  timer_.async_wait([self = shared_from_this()](error_code error) {
    // A timer that was set anew when this was on its way already.
    if (!error && self->timer_.expiry() <= Clock::now()) self->time_is_up();
  });
}

void Session::time_is_up() {
  switch (phase_) {
    case Phase::head:
    case Phase::body:
      // The read that is under way finds another phase, and does nothing more.
      return tell(problem(408, "request_timeout", "Too slow", "the request took too long"));
    case Phase::working:
      stop_.request_stop();  // The answer comes soon, and is a problem.
      return;
    case Phase::idle:
    case Phase::writing:
    case Phase::lingering:
    case Phase::closed:
      return close();
  }
}

void Session::close() {
  phase_ = Phase::closed;
  timer_.cancel();
  error_code ignored;
  socket_.close(ignored);
}

void Session::read() {
  socket_.async_read_some(asio::buffer(buffer_),
                          [self = shared_from_this()](error_code error, std::size_t size) {
                            self->have_read(error, size);
                          });
}

void Session::have_read(error_code error, std::size_t size) {
  if (phase_ != Phase::idle && phase_ != Phase::head && phase_ != Phase::body) return;
  if (error) return close();
  parser_.feed({buffer_.data(), size});
  go_on();
}

/// Does what the parser's state asks for.
void Session::go_on() {
  switch (parser_.state()) {
    case RequestParser::State::empty:
      if (hall_.is_stopping) return close();
      return read();
    case RequestParser::State::partial_head:
      if (phase_ == Phase::idle) set_phase(Phase::head, hall_.options.head_time);
      return read();
    case RequestParser::State::head:
      return admit();
    case RequestParser::State::body:
      extend_body_time();
      return read();
    case RequestParser::State::whole:
      return work();
    case RequestParser::State::failed:
      return tell(problem_of(parser_.fault()));
  }
}

void Session::admit() {
  started_ = Clock::now();
  admission_ = hall_.service.admit(parser_.head());
  if (admission_.response) {
    Response response = *std::move(admission_.response);
    // A body that nobody reads cannot be told from the next request.
    response.must_close = response.must_close || parser_.has_body();
    return respond(std::move(response));
  }
  if (!parser_.has_body()) {
    parser_.take_body(0);
    return work();
  }
  if (!is_within_limit()) return tell(problem_of(RequestFault::body_too_large));
  if (!promise(parser_.content_length().value_or(admission_.most_body_bytes))) {
    return tell(busy("too_many_bytes", "too much is being sent: come again"));
  }
  // HTTP/1.0 knows no expectations: RFC 9110, section 10.1.1.
  const RequestHead& head = parser_.head();
  const std::string* expected = head.minor_version == 0 ? nullptr : head.find("expect");
  if (expected == nullptr) return take_body();
  if (is_word(*expected, "100-continue")) return ask_for_body();
  tell(problem(417, "unknown_expectation", "Unknown expectation",
               "of expectations only 100-continue is known"));
}

bool Session::is_within_limit() const {
  return parser_.content_length().value_or(0) <= admission_.most_body_bytes;
}

void Session::ask_for_body() {
  static constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
  set_phase(Phase::body, hall_.options.mebibyte_time);
  asio::async_write(socket_, asio::buffer(interim),
                    [self = shared_from_this()](error_code error, std::size_t) {
                      if (self->phase_ != Phase::body) return;
                      error ? self->close() : self->take_body();
                    });
}

void Session::take_body() {
  set_phase(Phase::body, hall_.options.mebibyte_time);
  mebibytes_ = 0;
  parser_.take_body(admission_.most_body_bytes);
  go_on();
}

/// Each MiB buys time for the next: who sends is served, who trickles is not.
void Session::extend_body_time() {
  const std::size_t received = parser_.received_body_bytes() / mebibyte;
  if (received == mebibytes_) return;
  mebibytes_ = received;
  set_phase(Phase::body, hall_.options.mebibyte_time);
}

/// Keeps place for a body, in place of what was kept; false: there is none.
bool Session::promise(std::uint64_t bytes) {
  hall_.body_bytes -= promised_;
  promised_ = 0;
  if (bytes > hall_.options.most_body_bytes - hall_.body_bytes) return false;
  promised_ = static_cast<std::size_t>(bytes);
  hall_.body_bytes += promised_;
  return true;
}

void Session::work() {
  started_ = Clock::now();
  stop_ = std::stop_source();
  set_phase(Phase::working, hall_.options.answer_time);
  hall_.service.answer(
      std::move(admission_), parser_.head(), std::move(parser_).body(), stop_.get_token(),
      [self = shared_from_this(), executor = socket_.get_executor()](Response response) mutable {
        asio::post(executor, [self = std::move(self), response = std::move(response)]() mutable {
          self->respond(std::move(response));
        });
      });
}

/// Sends a problem of this connection's own.
void Session::tell(Response response) {
  response.must_close = true;
  respond(hall_.service.ready(std::move(response), parser_.head()));
}

void Session::respond(Response response) {
  if (phase_ == Phase::closed) return;
  promise(0);
  closes_ = response.must_close || !parser_.keeps_alive() || hall_.is_stopping;
  const auto after = closes_ ? After::close : After::keep_alive;
  head_ = head_of(response, parser_.head().minor_version, after, std::time(nullptr));
  body_ = response.is_head_only ? std::string() : std::move(response.body);
  log(response.status);
  set_phase(Phase::writing,
            hall_.options.mebibyte_time * (1 + static_cast<int>(body_.size() / mebibyte)));
  const std::array<asio::const_buffer, 2> parts{asio::buffer(head_), asio::buffer(body_)};
  asio::async_write(socket_, parts, [self = shared_from_this()](error_code error, std::size_t) {
    self->have_written(error);
  });
}

void Session::log(unsigned status) {
  const bool was_read = started_ != Clock::time_point();
  const auto time = was_read ? Clock::now() - started_ : Clock::duration::zero();
  hall_.options.log({known_method(parser_.head().method), admission_.name, status,
                     std::chrono::duration_cast<std::chrono::microseconds>(time), body_.size()});
}

void Session::have_written(error_code error) {
  if (phase_ != Phase::writing) return;
  if (error) return close();
  if (closes_) return linger();
  body_.clear();
  body_.shrink_to_fit();
  admission_ = {};
  started_ = {};
  parser_.next();
  const bool has_more = parser_.state() != RequestParser::State::empty;
  set_phase(has_more ? Phase::head : Phase::idle,
            has_more ? hall_.options.head_time : hall_.options.idle_time);
  go_on();
}

/// Says that nothing more comes, and lets the client finish what it was saying.
void Session::linger() {
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  set_phase(Phase::lingering, linger_time);
  drain();
}

void Session::drain() {
  socket_.async_read_some(asio::buffer(buffer_),
                          [self = shared_from_this()](error_code error, std::size_t) {
                            if (self->phase_ != Phase::lingering) return;
                            error ? self->close() : self->drain();
                          });
}

}  // namespace quoth::server
