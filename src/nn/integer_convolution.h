#pragma once

// Dilated convolutions of int8 kernels over three rows; see integer_kernels.h.
//
// Four outputs a dilation apart are made together: they read six rows, which are quantised with one scale. That lets them be summed by minimal
// filtering where multiplications are dear (minimal_convolution.h); the sums are the same integers either way.

#include "nn/integer_linear.h"

namespace quoth::nn {
namespace {

/// Rows r, r + dilation, r + 2 · dilation and r + 3 · dilation of a batch, r counting every fourth run of `dilation` rows. The last quads may lack
/// some of theirs.
struct RowQuads {
  static constexpr std::size_t outputs = 4;
  static constexpr std::size_t inputs = outputs + 2;

  std::size_t count;  // Rows.
  std::size_t dilation;

  std::size_t size() const {
    const std::size_t run = outputs * dilation, left = count % run;
    return count / run * dilation + (left < dilation ? left : dilation);
  }
  std::size_t first_row(std::size_t quad) const {
    return quad / dilation * outputs * dilation + quad % dilation;
  }
  /// Row n = 0 … 5 of those that the quad reads, counted one dilation later so as not to be negative; there is none where `holds` is false.
  std::size_t shifted_row(std::size_t quad, std::size_t n) const {
    return first_row(quad) + n * dilation;
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

/// How the rows that a quad reads become bytes.
static ByteScale quad_scale(const RowQuads& quads, std::size_t quad, const float* peaks) {
  float peak = 0.0F;
  for (std::size_t n = 0; n < RowQuads::inputs; ++n) {
    const std::size_t shifted = quads.shifted_row(quad, n);
    if (quads.holds(shifted) && peaks[shifted - quads.dilation] > peak)
      peak = peaks[shifted - quads.dilation];
  }
  return byte_scale(peak);
}

/// The bytes of a row, or those of zeros.
static void quantise_shifted(const RowQuads& quads, const float* x, std::size_t shifted,
                             std::size_t width, ByteScale by, std::uint8_t* out) {
  if (quads.holds(shifted)) {
    quantise_segment(x + (shifted - quads.dilation) * width, width, by, out);
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
  static void quantise_neighbours(const float* x, const RowQuads& quads, std::size_t width,
                                  const QuantisedRows& out, Scratch& scratch) {
    const float* peaks = row_peaks(x, quads.count, width, scratch);
    for (std::size_t quad = 0; quad < quads.size(); ++quad) {
      const ByteScale by = quad_scale(quads, quad, peaks);
      for (std::size_t output = 0; output < RowQuads::outputs; ++output) {
        const std::size_t row = quads.first_row(quad) + output * quads.dilation;
        if (row >= quads.count) break;
        for (std::size_t n = 0; n < 3; ++n) {
          quantise_shifted(quads, x, quads.shifted_row(quad, output + n), width, by,
                           out.bytes + row * out.stride + n * width);
        }
        out.scale[row] = by.scale;
      }
    }
  }
};

}  // namespace
}  // namespace quoth::nn
