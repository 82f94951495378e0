#pragma once

// What all kernels do to rows of floats besides multiplying: quantise, norm, gelu. See lanes.h for why it is a header.

#include "nn/curves.h"
#include "nn/kernel_table.h"

namespace quoth::nn {
namespace {

/// Rows of less become zeros, and scales stay clear of the least floats.
constexpr float smallest_peak = 1e-30F;

/// How a row, or a channel, becomes bytes in −127 … 127: value · inverse rounded, byte · scale back.
struct ByteScale {
  float inverse;
  float scale;
};

/// `peak` is the largest magnitude.
QUOTH_INLINE ByteScale byte_scale(float peak) {
  const float bounded = peak > smallest_peak ? peak : smallest_peak;
  return {127.0F / bounded, bounded / 127.0F};
}

/// Four running results, since one would wait for itself at every step.
QUOTH_INLINE float largest_magnitude(const float* x, std::size_t count) {
  Lanes most[4] = {all(0.0F), all(0.0F), all(0.0F), all(0.0F)};
  std::size_t k = 0;
  for (; k + 4 * lanes <= count; k += 4 * lanes) {
#pragma GCC unroll 4
    for (std::size_t n = 0; n < 4; ++n)
      most[n] = larger(most[n], magnitude(load(x + k + n * lanes)));
  }
  for (; k < count; k += lanes) most[0] = larger(most[0], magnitude(load_first(x + k, count - k)));
  return largest(larger(larger(most[0], most[1]), larger(most[2], most[3])));
}

/// Symmetric: the largest magnitude becomes 127, zero becomes 128. Gives the scale. Columns of `out` beyond `width` are
/// left alone or overwritten up to the next multiple of 16 (their weights are zero).
QUOTH_INLINE float quantise_row(const float* x, std::size_t width, std::uint8_t* out) {
  const ByteScale by = byte_scale(largest_magnitude(x, width));
  std::size_t k = 0;
  for (; k + lanes <= width; k += lanes)
    store_low_bytes(out + k, nearest(load(x + k) * by.inverse, 128));
  if (k < width) store_low_bytes(out + k, nearest(load_first(x + k, width - k) * by.inverse, 128));
  return by.scale;
}

/// `width` floats with a scale already chosen; `width` is a multiple of 16.
QUOTH_INLINE void quantise_segment(const float* x, std::size_t width, ByteScale by,
                                   std::uint8_t* out) {
  for (std::size_t k = 0; k < width; k += lanes)
    store_low_bytes(out + k, nearest(load(x + k) * by.inverse, 128));
}

/// The sum of (x − shift)^power, power 1 or 2, in four running sums; `count` is a multiple of 16.
template <int power>
QUOTH_INLINE float sum_of_powers(const float* x, std::size_t count, float shift) {
  Lanes total[4] = {all(0.0F), all(0.0F), all(0.0F), all(0.0F)};
  const auto term = [&](std::size_t k) __attribute__((always_inline)) {
    const Lanes d = load(x + k) - shift;
    return power == 1 ? d : d * d;
  };
  std::size_t k = 0;
  for (; k + 4 * lanes <= count; k += 4 * lanes) {
#pragma GCC unroll 4
    for (std::size_t n = 0; n < 4; ++n) total[n] = total[n] + term(k + n * lanes);
  }
  for (; k < count; k += lanes) total[0] = total[0] + term(k);
  return sum((total[0] + total[1]) + (total[2] + total[3]));
}

QUOTH_INLINE void norm_row(float* x, std::size_t width, NormView norm) {
  const auto size = static_cast<float>(width);
  const float mean = sum_of_powers<1>(x, width, 0.0F) / size;
  const float variance = sum_of_powers<2>(x, width, mean) / size;
  const float inverse = 1.0F / __builtin_sqrtf(variance + 1e-12F);
  for (std::size_t k = 0; k < width; k += lanes) {
    store(x + k, (load(x + k) - mean) * inverse * load(norm.weight + k) + load(norm.bias + k));
  }
}

static void norm_rows(float* x, std::size_t count, std::size_t width, NormView norm) {
  for (std::size_t r = 0; r < count; ++r) norm_row(x + r * width, width, norm);
}

static void gelu_all(float* x, std::size_t count) {
  const std::size_t whole = count / lanes * lanes;
  for (std::size_t k = 0; k < whole; k += lanes) store(x + k, gelu_of(load(x + k)));
  if (whole < count) {
    store_first(x + whole, gelu_of(load_first(x + whole, count - whole)), count - whole);
  }
}

}  // namespace
}  // namespace quoth::nn
