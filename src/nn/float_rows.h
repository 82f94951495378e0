#pragma once

// What all kernels do to rows of floats besides multiplying: quantise, norm, gelu. See lanes.h for why it is a header.

#include "nn/kernel_table.h"
#include "nn/lanes.h"

namespace quoth::nn {
namespace {

/// Symmetric: the largest magnitude becomes 127, zero becomes 128. `out` is [count, stride]; columns beyond
/// `width` are left alone (their weights are zero). REQUIRES: stride is `width` rounded up to 16 or more.
QUOTH_INLINE void quantise_row(const float* x, std::size_t width, std::uint8_t* out, float* scale) {
  const std::size_t whole = width / lanes * lanes;
  Lanes most{};
  for (std::size_t k = 0; k < whole; k += lanes) most = larger(most, magnitude(load(x + k)));
  Lanes tail{};
  for (std::size_t k = whole; k < width; ++k) tail[k - whole] = x[k];
  const float peak = largest(larger(most, magnitude(tail)));
  const float inverse = peak > 0.0F ? 127.0F / peak : 0.0F;
  *scale = peak / 127.0F;
  for (std::size_t k = 0; k < whole; k += lanes) {
    store_bytes(out + k, nearest(load(x + k) * inverse) + 128);
  }
  if (whole < width) store_bytes(out + whole, nearest(tail * inverse) + 128);
}

QUOTH_INLINE void norm_row(float* x, std::size_t width, NormView norm) {
  Lanes total{};
  for (std::size_t k = 0; k < width; k += lanes) total = total + load(x + k);
  const float mean = sum(total) / static_cast<float>(width);
  Lanes squares{};
  for (std::size_t k = 0; k < width; k += lanes) {
    const Lanes d = load(x + k) - mean;
    squares = squares + d * d;
  }
  const float variance = sum(squares) / static_cast<float>(width);
  const float inverse = 1.0F / __builtin_sqrtf(variance + 1e-12F);
  for (std::size_t k = 0; k < width; k += lanes) {
    store(x + k, (load(x + k) - mean) * inverse * load(norm.weight + k) + load(norm.bias + k));
  }
}

static void norm_rows(float* x, std::size_t count, std::size_t width, NormView norm) {
  for (std::size_t r = 0; r < count; ++r) norm_row(x + r * width, width, norm);
}

static void add_norm_rows(float* x, const float* y, std::size_t count, std::size_t width,
                          NormView norm) {
  for (std::size_t r = 0; r < count; ++r) {
    float* row = x + r * width;
    for (std::size_t k = 0; k < width; k += lanes) {
      store(row + k, load(row + k) + load(y + r * width + k));
    }
    norm_row(row, width, norm);
  }
}

static void gelu_all(float* x, std::size_t count) {
  const std::size_t whole = count / lanes * lanes;
  for (std::size_t k = 0; k < whole; k += lanes) store(x + k, gelu_of(load(x + k)));
  Lanes tail{};
  for (std::size_t k = whole; k < count; ++k) tail[k - whole] = x[k];
  tail = gelu_of(tail);
  for (std::size_t k = whole; k < count; ++k) x[k] = tail[k - whole];
}

}  // namespace
}  // namespace quoth::nn
