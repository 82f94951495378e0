#pragma once

namespace quoth::cli {

/// Prints where "base", "fast", "research" and "fast-research" are found, and the kernels of this processor.
int run_models();

}  // namespace quoth::cli
