#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace quoth::server {

/// Threads that take tasks in turn. What a thread owns (a connection to the record) it finds by its number.
class WorkerPool {
 public:
  /// What is left to do when the task's place is free again: whoever then asks for another is not refused for this one's sake.
  using Delivery = std::function<void()>;
  /// `worker`: number of the thread, in [0, threads). Its delivery may be empty.
  using Task = std::function<Delivery(std::size_t worker)>;

  /// `most_at_once`: tasks that wait or run; more are refused.
  WorkerPool(std::size_t threads, std::size_t most_at_once);
  /// Runs what waits, then ends the threads.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False: there is too much to do, and the task was not taken. Tasks and deliveries must not throw.
  bool submit(Task task);

 private:
  void work(std::size_t worker);

  const std::size_t most_at_once_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> waiting_;
  std::size_t running_ = 0;
  bool is_ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace quoth::server
