#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace quoth::cli {

/// How far a long run is, on standard error: a line that is written over on a terminal, a line a minute in a log.
class ArchiveProgress {
 public:
  /// `bytes` is the size of all inputs, where it is known.
  explicit ArchiveProgress(std::optional<std::uint64_t> bytes);
  ~ArchiveProgress();
  ArchiveProgress(const ArchiveProgress&) = delete;
  ArchiveProgress& operator=(const ArchiveProgress&) = delete;

  /// What an earlier run did counts for the share that is done, not for the rates.
  void passed_over(std::uint64_t bytes_read);

  void end();  ///< Leaves the line; done once.
  void add(std::uint64_t bytes_read, std::uint64_t quotations, bool is_error);

 private:
  std::string line() const;
  double seconds() const;

  using Clock = std::chrono::steady_clock;
  Clock::time_point start_, shown_;
  std::optional<std::uint64_t> bytes_;
  std::uint64_t first_byte_ = 0, bytes_read_ = 0, documents_ = 0, quotations_ = 0, errors_ = 0;
  bool terminal_, visible_ = false;
};

}  // namespace quoth::cli
