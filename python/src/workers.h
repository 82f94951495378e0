#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "engine.h"

namespace quoth::python {

/// Threads that make records out of documents and hand them back in the order in which these came. None of them ever
/// touches Python. How many documents may wait is for the caller to bound. One thread may call put() and take(); the
/// destructor, and stop(), return when all threads have ended, which takes as long as one window of a text.
class Workers {
 public:
  Workers(std::shared_ptr<const Engine> engine, std::size_t threads);
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Never waits.
  void put(Document document, DocumentFacts facts);

  /// The record of the oldest document, as a line of JSON; empty where it is not made within `patience`. Throws what its
  /// making threw (std::bad_alloc), and std::out_of_range where no document waits.
  std::optional<std::string> take(std::chrono::milliseconds patience);

  /// Drops all that is not taken and ends the threads. Again: does nothing.
  void stop();

 private:
  struct Job {
    Job(Document text, DocumentFacts known) : document(std::move(text)), facts(std::move(known)) {}
    Document document;
    DocumentFacts facts;
    std::string json;
    std::exception_ptr failure;  ///< There was no memory for it.
    bool done = false;
  };

  void work(const std::stop_token& stop);
  /// The next document to read; null once a stop is requested.
  Job* next(const std::stop_token& stop);

  std::shared_ptr<const Engine> engine_;
  std::mutex mutex_;
  std::condition_variable_any arrived_;
  std::condition_variable finished_;
  std::deque<std::unique_ptr<Job>> jobs_;  ///< From the oldest not taken.
  std::size_t started_ = 0;                ///< How many of them threads have begun.
  std::vector<std::jthread> threads_;
};

}  // namespace quoth::python
