#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace quoth::cli {

/// Measures one run for --profile. Starts when it is made.
class Profile {
 public:
  Profile();
  void loaded();                ///< The weights are there.
  void add(std::size_t words);  ///< A document is done.

  /// On standard error: time to load and to the first result, words a second without the load, peak memory.
  void print(std::string_view model, std::string_view kernel) const;

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_, loaded_, first_, last_;
  std::size_t documents_ = 0, words_ = 0;
};

}  // namespace quoth::cli
