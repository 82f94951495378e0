#pragma once

// Dilated convolutions of int8 kernels over three rows; see integer_kernels.h.
//
// Two neighbours a dilation apart are made together: a pair reads four rows, quantised with one scale. That lets them be summed by minimal
// filtering where multiplications are dear (minimal_convolution.h); the sums are the same integers either way.

#include "nn/integer_linear.h"

namespace quoth::nn {
namespace {

/// Rows r and r + dilation of a batch, r counting the even runs of `dilation` rows. The last pairs may lack their second row.
struct RowPairs {
  std::size_t count;  // Rows.
  std::size_t dilation;

  std::size_t size() const {
    const std::size_t left = count % (2 * dilation);
    return count / (2 * dilation) * dilation + (left < dilation ? left : dilation);
  }
  std::size_t first_row(std::size_t pair) const {
    return pair / dilation * 2 * dilation + pair % dilation;
  }
  /// Row n = 0 … 3 of those that the pair reads, counted one dilation later so as not to be negative; there is none where `holds` is false.
  std::size_t shifted_row(std::size_t pair, std::size_t n) const {
    return first_row(pair) + n * dilation;
  }
  bool holds(std::size_t shifted) const {
    return shifted >= dilation && shifted - dilation < count;
  }
};

/// The largest magnitude of each row, found once.
static const float* row_peaks(const float* x, std::size_t count, std::size_t width,
                              Scratch& scratch) {
  auto* peaks = scratch_of<float>(scratch, middle_floats, count);
  for (std::size_t r = 0; r < count; ++r) peaks[r] = largest_magnitude(x + r * width, width);
  return peaks;
}

/// How the four rows of a pair become bytes.
static ByteScale pair_scale(const RowPairs& pairs, std::size_t pair, const float* peaks) {
  float peak = 0.0F;
  for (std::size_t n = 0; n < 4; ++n) {
    const std::size_t shifted = pairs.shifted_row(pair, n);
    if (pairs.holds(shifted) && peaks[shifted - pairs.dilation] > peak)
      peak = peaks[shifted - pairs.dilation];
  }
  return byte_scale(peak);
}

/// The bytes of a row, or those of zeros.
static void quantise_shifted(const RowPairs& pairs, const float* x, std::size_t shifted,
                             std::size_t width, ByteScale by, std::uint8_t* out) {
  if (pairs.holds(shifted)) {
    quantise_segment(x + (shifted - pairs.dilation) * width, width, by, out);
  } else {
    std::memset(out, 128, width);
  }
}

/// As a product: each row beside its two neighbours.
template <typename Dot>
struct DirectConvolution {
  static constexpr Packing packing() { return product_packing<Dot>(); }

  static void convolve_onto(const PackedMatrix& matrix, std::size_t dilation, std::size_t count,
                            float* x, Scratch& scratch) {
    if (count == 0) return;
    const QuantisedRows rows = input_rows(scratch, count, matrix.padded_columns);
    quantise_neighbours(x, {count, dilation}, matrix.rows, rows, scratch);
    const MatrixPart whole{matrix, 0, matrix.rows, 0};
    Dot::begin();
    multiply<Dot>(whole, rows, count,
                  FloatSink<Writing::gelu_sum>{whole, rows.scale, x, matrix.rows});
    Dot::end();
  }

 private:
  static void quantise_neighbours(const float* x, const RowPairs& pairs, std::size_t width,
                                  const QuantisedRows& out, Scratch& scratch) {
    const float* peaks = row_peaks(x, pairs.count, width, scratch);
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      const ByteScale by = pair_scale(pairs, pair, peaks);
      for (std::size_t second = 0; second < 2; ++second) {
        const std::size_t row = pairs.first_row(pair) + second * pairs.dilation;
        if (row >= pairs.count) break;
        for (std::size_t n = 0; n < 3; ++n) {
          quantise_shifted(pairs, x, pairs.shifted_row(pair, second + n), width, by,
                           out.bytes + row * out.stride + n * width);
        }
        out.scale[row] = by.scale;
      }
    }
  }
};

}  // namespace
}  // namespace quoth::nn
