#include "workers.h"

#include <stdexcept>
#include <utility>

namespace quoth::python {

Workers::Workers(std::shared_ptr<const Engine> engine, std::size_t threads)
    : engine_(std::move(engine)) {
  threads_.reserve(threads);
  for (std::size_t k = 0; k < threads; ++k) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

void Workers::put(Document document, DocumentFacts facts) {
  auto job = std::make_unique<Job>(std::move(document), std::move(facts));
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  arrived_.notify_one();
}

std::optional<std::string> Workers::take(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  if (jobs_.empty()) throw std::out_of_range("no document waits");
  if (!finished_.wait_for(lock, patience, [this] { return jobs_.front()->done; })) return {};
  const auto job = std::move(jobs_.front());
  jobs_.pop_front();
  --started_;
  if (job->failure) std::rethrow_exception(job->failure);
  return std::move(job->json);
}

void Workers::stop() {
  for (std::jthread& thread : threads_) thread.request_stop();
  threads_.clear();
  const std::lock_guard lock(mutex_);
  jobs_.clear();
  started_ = 0;
}

Workers::Job* Workers::next(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  if (!arrived_.wait(lock, stop, [this] { return started_ < jobs_.size(); })) return nullptr;
  return stop.stop_requested() ? nullptr : jobs_[started_++].get();
}

void Workers::work(const std::stop_token& stop) {
  while (Job* job = next(stop)) {
    std::string json;
    std::exception_ptr failure;
    try {
      json = engine_->record_of(job->document, std::move(job->facts), stop);
    } catch (...) {
      failure = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      job->json = std::move(json);
      job->failure = failure;
      job->done = true;
    }
    finished_.notify_one();
  }
}

}  // namespace quoth::python
