#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "quoth/result.h"
#include "server/listener_options.h"
#include "server/service.h"

namespace quoth::server {

/// Speaks HTTP/1.1 with many clients on one thread; the service's threads work on the answers.
class Listener {
 public:
  /// Binds the address. Fails with invalid_option (it is no address, or cannot be bound).
  /// REQUIRES: the service outlives this.
  static Result<std::unique_ptr<Listener>> bind(Service& service, ListenerOptions options);
  ~Listener();

  std::uint16_t port() const noexcept;

  /// Serves until `must_stop` (looked at ten times a second) is true; then takes no more connections, ends those that wait, lets
  /// those at work finish for `stop_time`, and returns.
  void run(const std::function<bool()>& must_stop);

 private:
  struct Impl;
  explicit Listener(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::server
