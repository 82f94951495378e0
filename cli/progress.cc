#include "cli/progress.h"

#include <fmt/core.h>

#include <cstdio>

#include "cli/terminal.h"

namespace quoth::cli {
namespace {

constexpr std::chrono::milliseconds first_after{700};  // Short work needs no progress.
constexpr std::chrono::milliseconds every{200};

double seconds(std::chrono::steady_clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

}  // namespace

Progress::Progress(std::size_t inputs)
    : start_(std::chrono::steady_clock::now()),
      shown_(start_ + first_after - every),
      inputs_(inputs),
      enabled_(stderr_is_terminal() && !stdout_is_terminal()) {}

Progress::~Progress() {
  if (visible_) fmt::print(stderr, "\n");
}

void Progress::add(std::size_t words, std::size_t quotations, std::size_t inputs_done) {
  ++documents_;
  words_ += words;
  quotations_ += quotations;
  inputs_done_ = inputs_done;
  const auto now = std::chrono::steady_clock::now();
  if (!enabled_ || now - shown_ < every) return;
  shown_ = now;
  show();
}

void Progress::show() {
  visible_ = true;
  const double passed = seconds(shown_ - start_);
  fmt::print(stderr, "\r\x1b[K{} documents, {} quotations, {:.1f} documents/s, {:.0f} words/s",
             documents_, quotations_, static_cast<double>(documents_) / passed,
             static_cast<double>(words_) / passed);
  if (inputs_ > 1 && inputs_done_ > 0) {
    const double left =
        passed * static_cast<double>(inputs_ - inputs_done_) / static_cast<double>(inputs_done_);
    fmt::print(stderr, ", {:.0f} s left", left);
  }
  std::fflush(stderr);
}

}  // namespace quoth::cli
