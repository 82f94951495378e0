#include "server/listener.h"

#include <fmt/core.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <utility>
#include <vector>

#include "server/session.h"

// Everything here runs on the thread of run(): no locks.

namespace quoth::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds time_to_look{100};
// Clients that are told that there are too many; more are turned away without a word.
constexpr std::size_t most_refused_at_once = 64;

}  // namespace

struct Listener::Impl {
  Impl(Service& service, ListenerOptions options) : hall{service, std::move(options)} {}

  void accept() {
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
      if (hall.is_stopping || error == asio::error::operation_aborted) return;
      // Out of descriptors, most likely: some are given back soon.
      if (error) return accept_later();
      welcome(std::move(socket));
      accept();
    });
  }

  void accept_later() {
    pause.expires_after(time_to_look);
    pause.async_wait([this](error_code error) {
      if (!error && !hall.is_stopping) accept();
    });
  }

  void welcome(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const bool has_place = hall.connections < hall.options.most_connections;
    const std::size_t refused = hall.sessions.size() - hall.connections;
    if (!has_place && refused >= most_refused_at_once) return;
    const auto session = std::make_shared<Session>(std::move(socket), hall, has_place);
    has_place ? session->start() : session->refuse();
  }

  /// A session that ends leaves the set: this is a copy.
  std::vector<std::shared_ptr<Session>> all_sessions() const {
    std::vector<std::shared_ptr<Session>> all;
    for (Session* session : hall.sessions) {
      if (auto held = session->weak_from_this().lock()) all.push_back(std::move(held));
    }
    return all;
  }

  void look(const std::function<bool()>& must_stop) {
    if (!hall.is_stopping && must_stop()) {
      hall.is_stopping = true;
      stopped_at = Clock::now();
      error_code ignored;
      acceptor.close(ignored);
      for (const auto& session : all_sessions()) session->stop();
    }
    if (hall.is_stopping && Clock::now() - stopped_at >= hall.options.stop_time) {
      for (const auto& session : all_sessions()) session->abandon();
    }
    // An answer that is still at work holds its session.
    if (hall.is_stopping && hall.sessions.empty()) return;
    timer.expires_after(time_to_look);
    timer.async_wait([this, &must_stop](error_code error) {
      if (!error) look(must_stop);
    });
  }

  Hall hall;
  Clock::time_point stopped_at{};
  asio::io_context context{1};
  tcp::acceptor acceptor{context};
  asio::steady_timer timer{context}, pause{context};
};

Listener::Listener(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Listener::~Listener() = default;

Result<std::unique_ptr<Listener>> Listener::bind(Service& service, ListenerOptions options) {
  error_code error;
  const auto address = asio::ip::make_address(options.address, error);
  const std::string place = fmt::format("{} port {}", options.address, options.port);
  if (error) {
    return Error{ErrorCode::invalid_option,
                 options.address + ": no address; give a number such as 127.0.0.1 or ::1"};
  }
  auto impl = std::make_unique<Impl>(service, std::move(options));
  const tcp::endpoint endpoint(address, impl->hall.options.port);
  impl->acceptor.open(endpoint.protocol(), error);
  if (!error) impl->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) impl->acceptor.bind(endpoint, error);
  if (!error) impl->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    return Error{ErrorCode::invalid_option,
                 fmt::format("{} cannot be listened on: {}; give another --host or --port", place,
                             error.message())};
  }
  return std::unique_ptr<Listener>(new Listener(std::move(impl)));
}

std::uint16_t Listener::port() const noexcept {
  error_code ignored;
  return impl_->acceptor.local_endpoint(ignored).port();
}

void Listener::run(const std::function<bool()>& must_stop) {
  impl_->accept();
  impl_->look(must_stop);
  impl_->context.run();
}

}  // namespace quoth::server
