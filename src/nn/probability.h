#pragma once

#include <cstddef>

namespace quoth::nn {

// Not those of the C library: its variants for different processors differ in the last bit, and the
// answer must not depend on the machine.

double exponential(
    double x) noexcept;  ///< e^x, relative error below 1e-11; 0 far below, 1e300 far above.
double logarithm(double x) noexcept;  ///< ln x. REQUIRES: x > 0, finite.

/// 1 / (1 + e^−x)
float sigmoid(float x) noexcept;

/// ln of the softmax probability of `scores[chosen]` among `count` scores.
double log_probability(const float* scores, std::size_t count, std::size_t chosen) noexcept;

}  // namespace quoth::nn
