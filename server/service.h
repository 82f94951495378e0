#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "server/bearer_token.h"
#include "server/request.h"
#include "server/response.h"
#include "server/routes.h"
#include "server/target.h"

namespace quoth::server {

struct ServiceOptions {
  std::string record;                        ///< Path of the database.
  std::string model = "base";                ///< Weights of /extract and /documents.
  std::string bound = "127.0.0.1";           ///< The address that is listened on.
  std::vector<std::string> host_names = {};  ///< More names that the server may be called by.
  std::optional<BearerToken> token = {};     ///< Nothing: nobody writes.
  std::size_t readers = 2;                   ///< Threads that read the record, from 1.
  std::size_t engines = 1;  ///< Extractions at once; 0: none, and no weights are loaded.
  /// Gets what went wrong here, for whoever runs the server; from any thread. Never holds what was sent.
  std::function<void(std::string_view)> complain = [](std::string_view) {};
};

/// What becomes of a request, decided by its head alone.
struct Admission {
  std::optional<Response> response;  ///< The answer: the body need not be read.
  std::string_view name = "-";   ///< For the log: the route's path, "page" or "-". Lives for ever.
  const Route* route = nullptr;  ///< What answers, where there is no response yet.
  Target target;
  std::int64_t number = 0;  ///< What stands for the route's {…}.
  OffsetUnit offsets = OffsetUnit::codepoint;
  std::size_t most_body_bytes = 0;
};

/// Answers requests: everything of the server but sockets. Any number of threads.
class Service {
 public:
  /// Fails with what opening the record or loading the weights fails with.
  static Result<std::unique_ptr<Service>> open(ServiceOptions options);
  /// Waits for the answers in work.
  ~Service();

  /// Quick: nothing is read from the disk.
  Admission admit(const RequestHead& head) const;

  using Done = std::function<void(Response)>;
  /// Works on the answer and calls `done` once, from another thread or at once. After a stop is requested the answer is a problem, soon.
  /// REQUIRES: the admission has a route and no response.
  void answer(Admission admission, RequestHead head, std::string body, std::stop_token stop,
              Done done);

  /// A problem that the listener tells, made ready to be sent.
  Response ready(Response response, const RequestHead& head) const;

 private:
  struct Impl;
  explicit Service(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth::server
