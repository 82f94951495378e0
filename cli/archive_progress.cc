#include "cli/archive_progress.h"

#include <fmt/core.h>

#include <cstdio>
#include <utility>

#include "cli/terminal.h"

namespace quoth::cli {
namespace {

constexpr std::chrono::milliseconds on_a_terminal{200};
constexpr std::chrono::seconds in_a_log{60};

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02} min", whole / 60, whole % 60);
  return fmt::format("{}:{:02} h", whole / 3600, whole / 60 % 60);
}

}  // namespace

ArchiveProgress::ArchiveProgress(std::optional<std::uint64_t> bytes)
    : start_(Clock::now()), shown_(start_), bytes_(bytes), terminal_(stderr_is_terminal()) {}

ArchiveProgress::~ArchiveProgress() { end(); }

void ArchiveProgress::end() {
  if (std::exchange(visible_, false)) fmt::print(stderr, "\n");
}

void ArchiveProgress::passed_over(std::uint64_t bytes_read) {
  first_byte_ = bytes_read_ = bytes_read;
  start_ = Clock::now();
}

void ArchiveProgress::add(std::uint64_t bytes_read, std::uint64_t quotations, bool is_error) {
  bytes_read_ = bytes_read;
  quotations_ += quotations;
  ++(is_error ? errors_ : documents_);
  const auto now = Clock::now();
  if (now - shown_ < (terminal_ ? Clock::duration(on_a_terminal) : Clock::duration(in_a_log)))
    return;
  shown_ = now;
  if (terminal_) {
    visible_ = true;
    fmt::print(stderr, "\r\x1b[K{}", line());
  } else {
    fmt::print(stderr, "{}\n", line());
  }
  std::fflush(stderr);
}

double ArchiveProgress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

std::string ArchiveProgress::line() const {
  const double passed = seconds();
  const auto read = static_cast<double>(bytes_read_ - first_byte_);
  std::string text = fmt::format(
      "{} documents, {} quotations, {} errors, {:.1f} documents/s, {:.1f} MB/s", documents_,
      quotations_, errors_, static_cast<double>(documents_) / passed, read / 1e6 / passed);
  if (bytes_ && read > 0 && *bytes_ > bytes_read_) {
    text += fmt::format(", {:.0f} %, {} left",
                        100.0 * static_cast<double>(bytes_read_) / static_cast<double>(*bytes_),
                        duration(passed * static_cast<double>(*bytes_ - bytes_read_) / read));
  }
  return text;
}

}  // namespace quoth::cli
