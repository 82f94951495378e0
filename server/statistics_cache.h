#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "database/connection.h"

namespace quoth::server {

/// Numbers about a record as JSON, counted at most once in some seconds: counting reads all of a large record. Any number of
/// threads; who comes while one counts waits for it.
class StatisticsCache {
 public:
  /// Empty: it could not be counted (the connection has an error).
  std::string json(database::Connection& connection);

 private:
  std::mutex mutex_;
  std::string json_;
  std::chrono::steady_clock::time_point counted_{};
};

}  // namespace quoth::server
