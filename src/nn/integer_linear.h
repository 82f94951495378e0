#pragma once

// Layers of int8 kernels; see integer_kernels.h.

#include "nn/scratch_slots.h"
#include "nn/tiles.h"

namespace quoth::nn {
namespace {

template <typename Dot>
static void linear(const PackedMatrix& matrix, const float* input, std::size_t count, float* output,
                   Scratch& scratch) {
  if (count == 0) return;
  const QuantisedRows rows = input_rows(scratch, count, matrix.padded_columns);
  quantise_rows(input, matrix.columns, count, matrix.columns, rows);
  const MatrixPart whole{matrix, 0, matrix.rows, 0};
  Dot::begin();
  multiply<Dot>(whole, rows, count,
                FloatSink<Writing::plain>{whole, rows.scale, output, matrix.rows});
  Dot::end();
}

template <typename Dot>
static void linear_onto(const PackedMatrix& matrix, const float* input, std::size_t count,
                        NormView norm, float* x, Scratch& scratch) {
  if (count == 0) return;
  const QuantisedRows rows = input_rows(scratch, count, matrix.padded_columns);
  quantise_rows(input, matrix.columns, count, matrix.columns, rows);
  const MatrixPart whole{matrix, 0, matrix.rows, 0};
  Dot::begin();
  multiply<Dot>(whole, rows, count, FloatSink<Writing::sum>{whole, rows.scale, x, matrix.rows});
  Dot::end();
  norm_rows(x, count, matrix.rows, norm);
}

/// The three rows that a row's convolution reads have one scale; each row's peak is found once. Rows beyond the ends are zeros.
static void quantise_neighbours(const float* x, std::size_t count, std::size_t width,
                                std::size_t dilation, float* peaks, const QuantisedRows& out) {
  for (std::size_t r = 0; r < count; ++r) peaks[r] = largest_magnitude(x + r * width, width);
  for (std::size_t r = 0; r < count; ++r) {
    const bool before = r >= dilation;
    const bool after = r + dilation < count;
    float peak = peaks[r];
    if (before && peaks[r - dilation] > peak) peak = peaks[r - dilation];
    if (after && peaks[r + dilation] > peak) peak = peaks[r + dilation];
    const ByteScale by = byte_scale(peak);
    std::uint8_t* to = out.bytes + r * out.stride;
    const float* row = x + r * width;
    const auto put = [&](bool inside, const float* from, std::size_t segment)
                         __attribute__((always_inline)) {
                           std::uint8_t* at = to + segment * width;
                           if (inside) {
                             quantise_segment(from, width, by, at);
                           } else {
                             for (std::size_t k = 0; k < width; ++k) at[k] = 128;
                           }
                         };
    put(before, row - dilation * width, 0);
    put(true, row, 1);
    put(after, row + dilation * width, 2);
    out.scale[r] = by.scale;
  }
}

template <typename Dot>
static void convolve_onto(const PackedMatrix& matrix, std::size_t dilation, std::size_t count,
                          float* x, Scratch& scratch) {
  if (count == 0) return;
  const QuantisedRows rows = input_rows(scratch, count, matrix.padded_columns);
  auto* peaks = scratch_of<float>(scratch, middle_floats, count);
  quantise_neighbours(x, count, matrix.rows, dilation, peaks, rows);
  const MatrixPart whole{matrix, 0, matrix.rows, 0};
  Dot::begin();
  multiply<Dot>(whole, rows, count,
                FloatSink<Writing::gelu_sum>{whole, rows.scale, x, matrix.rows});
  Dot::end();
}

/// Group by group of the inner units: their activations, as bytes, times their columns of the second matrix.
template <typename Dot>
static void feed_forward_onto(const PackedMatrix& first, const PackedMatrix& second,
                              std::size_t count, NormView norm, float* x, Scratch& scratch) {
  if (count == 0) return;
  const QuantisedRows outer = input_rows(scratch, count, first.padded_columns);
  const QuantisedRows inner = middle_rows(scratch, count, padded(second.group, column_block));
  auto* middle = scratch_of<float>(scratch, middle_floats, count * second.group);
  quantise_rows(x, first.columns, count, first.columns, outer);
  Dot::begin();
  for (std::size_t g = 0; g < second.groups(); ++g) {
    const std::size_t from = g * second.group;
    const std::size_t units = first.rows - from < second.group ? first.rows - from : second.group;
    const MatrixPart up{first, from, from + units, 0};
    multiply<Dot>(up, outer, count,
                  FloatSink<Writing::gelu>{up, outer.scale, middle, second.group});
    quantise_rows(middle, second.group, count, units, inner);
    const MatrixPart down{second, 0, second.rows, g};
    multiply<Dot>(down, inner, count, FloatSink<Writing::sum>{down, inner.scale, x, second.rows});
  }
  Dot::end();
  norm_rows(x, count, second.rows, norm);
}

}  // namespace
}  // namespace quoth::nn
