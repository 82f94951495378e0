#include "base/thread_pool.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace quoth::base {
namespace {

/// Items are numbered in the order of production; item n sits in slot n mod window. Four numbers
/// say all: delivered ≤ done so far (in order) ≤ started ≤ produced ≤ delivered + window.
class Window {
 public:
  Window(std::size_t size, const SlotSteps& steps)
      : steps_(steps), finished_(size, false), failures_(size) {}

  /// The calling thread's part: produce while there is room, deliver what is ready.
  void drive() {
    bool more = true;
    while (more || delivered_ < produced_) {
      if (delivered_ < produced_ && (!more || is_full() || is_ready())) {
        wait_until_ready();
        if (!deliver()) return;
      } else {
        more = steps_.produce(produced_ % finished_.size());
        if (more) publish();
      }
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

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    something_to_do_.notify_all();
  }

 private:
  bool is_full() const { return produced_ - delivered_ == finished_.size(); }

  bool is_ready() {
    const std::lock_guard lock(mutex_);
    return finished_[delivered_ % finished_.size()];
  }

  void wait_until_ready() {
    std::unique_lock lock(mutex_);
    something_done_.wait(lock, [this] { return finished_[delivered_ % finished_.size()]; });
  }

  void publish() {
    const std::lock_guard lock(mutex_);
    ++produced_;
    something_to_do_.notify_one();
  }

  bool deliver() {
    const std::size_t slot = delivered_ % finished_.size();
    finished_[slot] = false;
    if (failures_[slot]) std::rethrow_exception(failures_[slot]);
    const bool go_on = steps_.deliver(slot);
    ++delivered_;
    return go_on;
  }

  const SlotSteps& steps_;
  std::mutex mutex_;  ///< Guards what workers share: started_, finished_, failures_, stopped_.
  std::condition_variable something_to_do_;
  std::condition_variable something_done_;
  std::size_t produced_ = 0;   ///< Written by the calling thread alone, under the mutex.
  std::size_t delivered_ = 0;  ///< The calling thread's own.
  std::size_t started_ = 0;
  std::vector<char> finished_;  ///< By slot. Not vector<bool>: slots change apart from each other.
  std::vector<std::exception_ptr> failures_;
  bool stopped_ = false;
};

void run_alone(const SlotSteps& steps) {
  while (steps.produce(0)) {
    steps.work(0, 0);
    if (!steps.deliver(0)) return;
  }
}

/// Joins the workers however the calling thread leaves.
class Crew {
 public:
  Crew(Window& window, std::size_t threads) : window_(window) {
    for (std::size_t worker = 0; worker < threads; ++worker) {
      workers_.emplace_back([&window, worker] { window.work(worker); });
    }
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    window_.stop();
    for (std::thread& worker : workers_) worker.join();
  }

 private:
  Window& window_;
  std::vector<std::thread> workers_;
};

}  // namespace

void run_ordered(std::size_t threads, std::size_t window, const SlotSteps& steps) {
  if (threads <= 1) return run_alone(steps);
  Window items(std::max<std::size_t>(window, 1), steps);
  const Crew crew(items, threads);
  items.drive();
}

}  // namespace quoth::base
