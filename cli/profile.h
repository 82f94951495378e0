#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "quoth/extractor.h"

namespace quoth::cli {

/// Measures one run for --profile. Starts when it is made.
class Profile {
 public:
  Profile();
  void loaded();                ///< The weights are there.
  void add(std::size_t words);  ///< A document is done.
  /// Reading a document, or writing its record, took so long.
  void add_reading(std::chrono::nanoseconds time) { reading_ += time; }
  void add_writing(std::chrono::nanoseconds time) { writing_ += time; }

  /// On standard error: time to load and to the first result, words a second without the load, peak memory, and each
  /// stage's share of the time.
  void print(const Extractor& extractor) const;

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_, loaded_, first_, last_;
  std::chrono::nanoseconds reading_{}, writing_{};
  std::size_t documents_ = 0, words_ = 0;
};

}  // namespace quoth::cli
