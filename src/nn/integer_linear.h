#pragma once

// Layers of int8 kernels; see integer_kernels.h.

#include "nn/scratch_slots.h"
#include "nn/tiles.h"

namespace quoth::nn {
namespace {

/// The scales stay beside the packed weights; only f32 kernels multiply them in.
template <typename Dot>
static void pack(const std::int8_t* weight, const float* /*scale*/, std::size_t rows,
                 std::size_t columns, std::size_t padded_columns, std::byte* out) {
  for (std::size_t r = 0; r < rows; ++r) {
    Dot::pack_row(weight + r * columns, columns, r, padded_columns, out);
  }
}

template <typename Dot>
constexpr Packing product_packing() {
  return {&Dot::packed_bytes, &pack<Dot>};
}

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
