#include "server/worker_pool.h"

#include <utility>

namespace quoth::server {

WorkerPool::WorkerPool(std::size_t threads, std::size_t most_at_once)
    : most_at_once_(most_at_once) {
  threads_.reserve(threads);
  for (std::size_t worker = 0; worker < threads; ++worker)
    threads_.emplace_back([this, worker] { work(worker); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::submit(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (is_ending_ || threads_.empty() || waiting_.size() + running_ >= most_at_once_) return false;
    waiting_.push_back(std::move(task));
  }
  changed_.notify_one();
  return true;
}

void WorkerPool::work(std::size_t worker) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Task task = std::move(waiting_.front());
    waiting_.pop_front();
    ++running_;
    lock.unlock();
    Delivery deliver = task(worker);
    task = nullptr;  // What it holds goes before the place is free again.
    lock.lock();
    --running_;
    lock.unlock();
    if (deliver) deliver();
    deliver = nullptr;
    lock.lock();
  }
}

}  // namespace quoth::server
