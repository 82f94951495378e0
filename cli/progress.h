#pragma once

#include <chrono>
#include <cstddef>

namespace quoth::cli {

/// A line on standard error that tells how far long work is: documents, quotations, rate, time left where the number of inputs tells.
/// Silent when standard error is no terminal.
class Progress {
 public:
  /// `inputs`: how many there are; 0: nobody knows.
  explicit Progress(std::size_t inputs);
  ~Progress();

  void add(std::size_t words, std::size_t quotations, std::size_t inputs_done);

 private:
  void show();

  std::chrono::steady_clock::time_point start_, shown_;
  std::size_t inputs_, inputs_done_ = 0, documents_ = 0, words_ = 0, quotations_ = 0;
  bool enabled_, visible_ = false;
};

}  // namespace quoth::cli
