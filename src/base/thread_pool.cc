#include "base/thread_pool.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace quoth::base {
namespace {

/// Items are numbered in the order of production; item n sits in slot n mod window. Three numbers
/// say all: delivered ≤ started ≤ produced ≤ delivered + window.
class Window {
 public:
  Window(std::size_t size, const SlotSteps& steps)
      : steps_(steps), finished_(size, false), failures_(size) {}

  /// The producing thread's part: fill slots while there is room.
  void produce() {
    std::unique_lock lock(mutex_);
    while (true) {
      room_.wait(lock, [this] { return stopped_ || produced_ - delivered_ < finished_.size(); });
      if (stopped_) return;
      const std::size_t slot = produced_ % finished_.size();
      lock.unlock();
      bool more = false;
      std::exception_ptr failure;
      try {
        more = steps_.produce(slot);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      if (!more) {
        exhausted_ = true;
        production_failure_ = failure;
        something_done_.notify_one();
        return;
      }
      ++produced_;
      something_to_do_.notify_one();
    }
  }

  /// A worker's part: take the next item until told to stop.
  void work(std::size_t worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      something_to_do_.wait(lock, [this] { return stopped_ || started_ < produced_; });
      if (stopped_) return;
      const std::size_t slot = started_++ % finished_.size();
      lock.unlock();
      std::exception_ptr failure;
      try {
        steps_.work(slot, worker);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      failures_[slot] = failure;
      finished_[slot] = true;
      something_done_.notify_one();
    }
  }

  /// The calling thread's part: deliver each item as soon as it and all before it are done.
  void deliver() {
    std::unique_lock lock(mutex_);
    while (true) {
      const std::size_t slot = delivered_ % finished_.size();
      something_done_.wait(
          lock, [&] { return delivered_ < produced_ ? finished_[slot] != 0 : exhausted_; });
      if (delivered_ == produced_) break;
      finished_[slot] = false;
      if (failures_[slot]) std::rethrow_exception(failures_[slot]);
      lock.unlock();
      const bool go_on = steps_.deliver(slot);
      lock.lock();
      ++delivered_;
      room_.notify_one();
      if (!go_on) return;
    }
    if (production_failure_) std::rethrow_exception(production_failure_);
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
    something_to_do_.notify_all();
  }

 private:
  const SlotSteps& steps_;
  std::mutex mutex_;  ///< Guards all below.
  std::condition_variable room_;
  std::condition_variable something_to_do_;
  std::condition_variable something_done_;
  std::size_t produced_ = 0;
  std::size_t started_ = 0;
  std::size_t delivered_ = 0;
  std::vector<char> finished_;  ///< By slot.
  std::vector<std::exception_ptr> failures_;
  std::exception_ptr production_failure_;
  bool exhausted_ = false;  ///< There are no more items.
  bool stopped_ = false;
};

void run_alone(const SlotSteps& steps) {
  while (steps.produce(0)) {
    steps.work(0, 0);
    if (!steps.deliver(0)) return;
  }
}

/// Joins the other threads however the calling thread leaves.
class Crew {
 public:
  Crew(Window& window, std::size_t threads) : window_(window) {
    threads_.emplace_back([&window] { window.produce(); });
    for (std::size_t worker = 0; worker < threads; ++worker) {
      threads_.emplace_back([&window, worker] { window.work(worker); });
    }
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    window_.stop();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  Window& window_;
  std::vector<std::thread> threads_;
};

}  // namespace

void run_ordered(std::size_t threads, std::size_t window, const SlotSteps& steps) {
  if (threads <= 1) return run_alone(steps);
  Window items(std::max<std::size_t>(window, 1), steps);
  const Crew crew(items, threads);
  items.deliver();
}

}  // namespace quoth::base
