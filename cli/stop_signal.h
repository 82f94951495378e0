#pragma once

namespace quoth::cli {

/// From now on SIGINT and SIGTERM ask to stop, once; the second time the process ends at once.
void catch_stop_signals();

bool stop_was_asked() noexcept;

}  // namespace quoth::cli
