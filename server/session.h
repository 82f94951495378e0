#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_set>
#include <vector>

#include "server/listener_options.h"
#include "server/request_parser.h"
#include "server/service.h"

namespace quoth::server {

class Session;

/// What all sessions of a listener share.
struct Hall {
  Service& service;
  const ListenerOptions options;
  std::unordered_set<Session*> sessions = {};
  std::size_t connections = 0;  ///< Sessions that count.
  std::size_t body_bytes = 0;   ///< Promised to bodies.
  bool is_stopping = false;
};

/// A connection: reads a request, has it answered, writes the answer, and again. Everything but the work on an answer runs on the
/// listener's thread: no locks. It lives as long as something of it is under way (a read, a write, a timer, an answer), each of
/// which holds it; the hall outlives it.
class Session : public std::enable_shared_from_this<Session> {
 public:
  /// `counts`: it takes one of the places for connections.
  Session(boost::asio::ip::tcp::socket socket, Hall& hall, bool counts);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start();

  /// The whole conversation with a client that is one too many.
  void refuse();

  /// What is idle ends; the others end after their answer.
  void stop();

  /// What is still at work ends.
  void abandon();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Phase : std::uint8_t { idle, head, body, working, writing, lingering, closed };

  void set_phase(Phase phase, std::chrono::milliseconds time);
  void time_is_up();
  void close();

  void read();
  void have_read(boost::system::error_code error, std::size_t size);
  void go_on();
  void admit();
  bool is_within_limit() const;
  void ask_for_body();
  void take_body();
  void extend_body_time();
  bool promise(std::uint64_t bytes);

  void work();
  void tell(Response response);
  void respond(Response response);
  void log(unsigned status);
  void have_written(boost::system::error_code error);
  void linger();
  void drain();

  Hall& hall_;
  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  Phase phase_ = Phase::idle;
  std::vector<char> buffer_;
  RequestParser parser_;
  Admission admission_;
  std::stop_source stop_;
  std::string head_, body_;      // Of the answer, while it is written.
  Clock::time_point started_{};  // Nothing: no request is whole.
  std::size_t mebibytes_ = 0;    // Of the body, received.
  std::size_t promised_ = 0;     // Bytes of the hall's for the body.
  bool counts_, closes_ = false;
};

}  // namespace quoth::server
