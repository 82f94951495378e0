#pragma once

#include <nanobind/nanobind.h>

#include <chrono>
#include <optional>

namespace quoth::python {

/// How long a signal (Ctrl-C) may wait for Python's handler while the engine works.
constexpr std::chrono::milliseconds signal_patience{50};

/// Calls `attempt(signal_patience)` without the GIL until it returns something. Between the calls Python's signal handlers
/// run; where one raises, so does this. REQUIRES: the GIL.
template <typename Attempt>
auto until_done(Attempt attempt) {
  while (true) {
    auto result = [&] {
      const nanobind::gil_scoped_release release;
      return attempt(signal_patience);
    }();
    if (result) return *std::move(result);
    if (PyErr_CheckSignals() != 0) throw nanobind::python_error();
  }
}

}  // namespace quoth::python
