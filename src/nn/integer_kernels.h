#pragma once

// The table of int8 kernels for one instruction set, which brings its innermost product as `Dot`: begin and end of a series of
// products, packed_bytes and pack of weights, and multiply_tile. The essay is in integer_tiles.h.

#include "nn/integer_attention.h"
#include "nn/integer_tiles.h"

namespace quoth::nn {
namespace {

template <typename Dot>
static void linear(const PackedMatrix& matrix, const float* input, std::size_t count, float* output,
                   Scratch& scratch) {
  const QuantisedRows rows =
      quantised_buffer(scratch, input_bytes, input_scales, count, matrix.padded_columns);
  quantise_rows(input, count, matrix.columns, rows);
  Dot::begin();
  multiply<Dot, false>(matrix, rows, count, output);
  Dot::end();
}

template <typename Dot>
static void feed_forward(const PackedMatrix& first, const PackedMatrix& second, const float* input,
                         std::size_t count, float* output, Scratch& scratch) {
  const QuantisedRows narrow =
      quantised_buffer(scratch, input_bytes, input_scales, feed_forward_rows, first.padded_columns);
  const QuantisedRows wide = quantised_buffer(scratch, middle_bytes, middle_scales,
                                              feed_forward_rows, second.padded_columns);
  auto* middle = scratch_of<float>(scratch, middle_floats, feed_forward_rows * first.rows);
  Dot::begin();
  for (std::size_t r = 0; r < count; r += feed_forward_rows) {
    const std::size_t rows = count - r < feed_forward_rows ? count - r : feed_forward_rows;
    quantise_rows(input + r * first.columns, rows, first.columns, narrow);
    multiply<Dot, true>(first, narrow, rows, middle);
    quantise_rows(middle, rows, second.columns, wide);
    multiply<Dot, false>(second, wide, rows, output + r * second.rows);
  }
  Dot::end();
}

/// The scales stay beside the packed weights; only f32 kernels multiply them in.
template <typename Dot>
static void pack_bytes(const std::int8_t* weight, const float* /*scale*/, std::size_t rows,
                       std::size_t columns, std::size_t stride, std::byte* out) {
  Dot::pack(weight, rows, columns, stride, out);
}

template <typename Dot>
constexpr Kernels integer_kernels(const char* name, bool (*available)()) {
  return {name,         available,          &Dot::packed_bytes, &pack_bytes<Dot>,
          &linear<Dot>, &feed_forward<Dot>, &attention<Dot>,    &add_norm_rows,
          &norm_rows,   &gelu_all};
}

}  // namespace
}  // namespace quoth::nn
