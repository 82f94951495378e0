#pragma once

// The int8 kernels but for their innermost product, which each instruction set brings as `Dot`.
//
// Activations are quantised a row at a time to q in −127 … 127 and kept as the unsigned bytes q + 128, because the
// instructions (tdpbusd, vpdpbusd) multiply unsigned by signed. The product is then too large by 128 · Σ w, a constant of
// the weight row: the *compensation*, subtracted in the epilogue. Sums are exact 32-bit integers (at most 8192 · 255 · 127), so
// every instruction set gives the same ones; the float epilogue is common code (lanes.h), so results agree bit for bit.
//
// Work goes in tiles of 32 rows by 32 columns of the result: Dot::tile leaves the integers in L1, the epilogue scales them from there. Columns
// are the outer loop, so that weights stream from memory once while a window's activations stay in L2.
//
// Attention runs through the same product: keys are quantised by row, values by channel, and probabilities as unsigned bytes, which need no
// compensation; their sum is taken over the rounded bytes, so that a row's weights still add up to one.

#include "nn/float_rows.h"

namespace quoth::nn {
namespace {

constexpr std::size_t tile = 32;
constexpr std::size_t head_width = 32;
constexpr std::size_t feed_forward_rows = 128;  // Its wide middle stays in L2.

enum Slot : std::size_t {
  input_bytes,
  input_scales,
  middle_floats,
  middle_bytes,
  middle_scales,
  query_bytes,
  head_scales,
  key_bytes,
  key_packed,
  value_packed,
  score_floats,
  probability_bytes
};

template <typename Element>
QUOTH_INLINE Element* scratch_of(Scratch& scratch, std::size_t slot, std::size_t count) {
  return reinterpret_cast<Element*>(scratch.bytes(slot, count * sizeof(Element)));
}

/// Rows of unsigned bytes, `stride` apart, and the scale of each.
struct QuantisedRows {
  std::uint8_t* bytes;
  float* scale;
  std::size_t stride;
};

static void quantise_rows(const float* x, std::size_t count, std::size_t width,
                          const QuantisedRows& out) {
  for (std::size_t r = 0; r < count; ++r) {
    quantise_row(x + r * width, width, out.bytes + r * out.stride, out.scale + r);
  }
}

/// The first `count` lanes, all of them if there are so many.
QUOTH_INLINE void write_lanes(float* to, const Lanes& value, std::size_t count) {
  if (__builtin_expect(count >= lanes, 1)) {
    store(to, value);
    return;
  }
  float part[lanes];
  store(part, value);
  for (std::size_t k = 0; k < count; ++k) to[k] = part[k];
}

/// Scales one tile back: output[r][c] = (sum − compensation) · scale of c · scale of r + bias of c.
template <bool with_gelu>
QUOTH_INLINE void write_tile(const std::int32_t* sums, const PackedMatrix& matrix,
                             std::size_t first_column, const float* row_scale, std::size_t rows,
                             float* output, std::size_t stride) {
  const std::size_t columns = matrix.rows - first_column;
  for (std::size_t half = 0; half < tile && half < columns; half += lanes) {
    const std::size_t c = first_column + half;
    const IntegerLanes compensation = load_integers(matrix.compensation.data() + c);
    const Lanes scale = load(matrix.scale.data() + c);
    const Lanes bias = load(matrix.bias.data() + c);
    for (std::size_t r = 0; r < rows; ++r) {
      const IntegerLanes exact = load_integers(sums + r * tile + half) - compensation;
      Lanes value = __builtin_convertvector(exact, Lanes) * scale * row_scale[r] + bias;
      if (with_gelu) value = gelu_of(value);
      write_lanes(output + r * stride + half, value, columns - half);
    }
  }
}

template <typename Dot, bool with_gelu>
static void multiply(const PackedMatrix& matrix, const QuantisedRows& input, std::size_t count,
                     float* output) {
  alignas(64) std::int32_t sums[tile * tile];
  for (std::size_t c = 0; c < matrix.rows; c += tile) {
    for (std::size_t r = 0; r < count; r += tile) {
      const std::size_t rows = count - r < tile ? count - r : tile;
      Dot::multiply_tile(input.bytes + r * input.stride, input.stride, rows, matrix.weights.data(),
                         c, matrix.padded_columns, sums);
      write_tile<with_gelu>(sums, matrix, c, input.scale + r, rows, output + r * matrix.rows + c,
                            matrix.rows);
    }
  }
}

QUOTH_INLINE QuantisedRows quantised_buffer(Scratch& scratch, Slot bytes, Slot scales,
                                            std::size_t count, std::size_t stride) {
  const std::size_t rows = padded(count, row_block);
  return {scratch_of<std::uint8_t>(scratch, bytes, rows * stride),
          scratch_of<float>(scratch, scales, rows), stride};
}

}  // namespace
}  // namespace quoth::nn
