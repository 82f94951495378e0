#include "cli/profile.h"

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>

namespace quoth::cli {
namespace {

double milliseconds(std::chrono::steady_clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

long peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void print_shares(const std::vector<StageTime>& times, std::size_t words) {
  std::chrono::nanoseconds total{1};
  for (const StageTime& one : times) total += one.time;
  for (const StageTime& one : times) {
    fmt::print(
        stderr, "{:12} {:6.2f} % {:8.3f} us a word\n", one.stage,
        100.0 * milliseconds(one.time) / milliseconds(total),
        1000.0 * milliseconds(one.time) / static_cast<double>(std::max<std::size_t>(1, words)));
  }
}

}  // namespace

Profile::Profile() : start_(Clock::now()), loaded_(start_), first_(start_), last_(start_) {}

void Profile::loaded() { loaded_ = last_ = Clock::now(); }

void Profile::add(std::size_t words) {
  last_ = Clock::now();
  if (documents_ == 0) first_ = last_;
  ++documents_;
  words_ += words;
}

void Profile::print(const Extractor& extractor) const {
  const double seconds = std::max(1e-9, milliseconds(last_ - loaded_) / 1000.0);
  fmt::print(stderr,
             "model {}, kernels {}\nload {:.0f} ms, first result after {:.0f} ms\n"
             "{} documents, {} words, {:.0f} words/s without the load\npeak memory {} MB\n",
             extractor.model_name(), extractor.kernel_name(), milliseconds(loaded_ - start_),
             milliseconds(first_ - start_), documents_, words_,
             static_cast<double>(words_) / seconds, peak_megabytes());
  std::vector<StageTime> times = extractor.stage_times();
  times.insert(times.begin(), {"ingest", reading_});
  times.push_back({"record", writing_});
  print_shares(times, words_);
}

}  // namespace quoth::cli
