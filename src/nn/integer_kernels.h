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
      Dot::multiply_tile(input.bytes + r * input.stride, input.stride, rows, matrix.weights.data(), c,
                matrix.padded_columns, sums);
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
  const QuantisedRows narrow = quantised_buffer(scratch, input_bytes, input_scales, feed_forward_rows,
                                                first.padded_columns);
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

/// One head's keys and values, packed, and what scales them.
struct PackedHead {
  std::byte* keys;
  std::byte* values;
  float* key_scale;                 // One a position.
  std::int32_t* key_compensation;   // One a position.
  float* blocked;                   // One a position: 0, or −10⁹ for padding.
  float value_scale[head_width];    // One a channel.
  std::size_t positions;            // Padded to 64.
};

template <typename Dot>
static void pack_keys(const float* key, std::size_t count, std::size_t stride, std::int8_t* signed_bytes,
                      PackedHead& head) {
  alignas(64) std::uint8_t row[head_width];
  for (std::size_t j = 0; j < count; ++j) {
    quantise_row(key + j * stride, head_width, row, head.key_scale + j);
    std::int32_t total = 0;
    for (std::size_t k = 0; k < head_width; ++k) {
      const int value = int{row[k]} - 128;
      signed_bytes[j * head_width + k] = static_cast<std::int8_t>(value);
      total += value;
    }
    head.key_compensation[j] = 128 * total;
  }
  std::memset(head.keys, 0, Dot::packed_bytes(head.positions, column_block));
  Dot::pack(signed_bytes, count, head_width, head_width, head.keys);
}

template <typename Dot>
static void pack_values(const float* value, std::size_t count, std::size_t stride,
                        std::int8_t* signed_bytes, PackedHead& head) {
  Lanes most[2] = {Lanes{}, Lanes{}};
  for (std::size_t j = 0; j < count; ++j) {
    most[0] = larger(most[0], magnitude(load(value + j * stride)));
    most[1] = larger(most[1], magnitude(load(value + j * stride + lanes)));
  }
  for (std::size_t half = 0; half < 2; ++half) {
    const Lanes inverse = most[half] > 0.0F ? 127.0F / most[half] : Lanes{};
    store(head.value_scale + half * lanes, most[half] / 127.0F);
    for (std::size_t j = 0; j < count; ++j) {
      const IntegerLanes q = nearest(load(value + j * stride + half * lanes) * inverse);
      for (std::size_t k = 0; k < lanes; ++k) {
        signed_bytes[(half * lanes + k) * head.positions + j] = static_cast<std::int8_t>(q[k]);
      }
    }
  }
  std::memset(head.values, 0, Dot::packed_bytes(head_width, head.positions));
  Dot::pack(signed_bytes, head_width, count, head.positions, head.values);
}

/// Scores of up to 32 queries against all keys, in units of log₂; positions beyond the last get −10⁹.
template <typename Dot>
QUOTH_INLINE void score_tile(const QuantisedRows& query, std::size_t first, std::size_t rows,
                             const PackedHead& head, std::size_t count, float* scores) {
  constexpr float log2_of_e_over_root_32 = 0.25503488F;
  alignas(64) std::int32_t sums[tile * tile];
  for (std::size_t j = 0; j < head.positions; j += tile) {
    if (j < count) {
      Dot::multiply_tile(query.bytes + first * query.stride, query.stride, rows, head.keys, j,
                         column_block, sums);
    }
    for (std::size_t half = 0; half < tile; half += lanes) {
      const Lanes scale = load(head.key_scale + j + half) * log2_of_e_over_root_32;
      const Lanes blocked = load(head.blocked + j + half);
      const IntegerLanes compensation = load_integers(head.key_compensation + j + half);
      for (std::size_t r = 0; r < rows; ++r) {
        const IntegerLanes exact = load_integers(sums + r * tile + half) - compensation;
        const Lanes value = __builtin_convertvector(exact, Lanes) * scale * query.scale[first + r] + blocked;
        store(scores + r * head.positions + j + half, value);
      }
    }
  }
}

/// Probabilities as bytes, the largest 255; gives their sum.
QUOTH_INLINE std::int32_t softmax_row(const float* scores, std::size_t positions, std::uint8_t* out) {
  Lanes most = all(-1e9F);
  for (std::size_t k = 0; k < positions; k += lanes) most = larger(most, load(scores + k));
  const float peak = largest(most);
  IntegerLanes total{};
  for (std::size_t k = 0; k < positions; k += lanes) {
    const IntegerLanes p = nearest(power_of_two(load(scores + k) - peak) * 255.0F);
    total = total + p;
    store_bytes(out + k, p);
  }
  return sum(total);
}

template <typename Dot>
static void attend(const QuantisedRows& query, const PackedHead& head, std::size_t count,
                   float* scores, std::uint8_t* probabilities, float* output, std::size_t stride) {
  alignas(64) std::int32_t sums[tile * tile];
  float inverse[tile];
  for (std::size_t r = 0; r < count; r += tile) {
    const std::size_t rows = count - r < tile ? count - r : tile;
    score_tile<Dot>(query, r, rows, head, count, scores);
    for (std::size_t k = 0; k < rows; ++k) {
      const std::int32_t total = softmax_row(scores + k * head.positions, head.positions,
                                             probabilities + k * head.positions);
      inverse[k] = 1.0F / static_cast<float>(total);
    }
    Dot::multiply_tile(probabilities, head.positions, rows, head.values, 0, head.positions, sums);
    for (std::size_t half = 0; half < tile; half += lanes) {
      const Lanes scale = load(head.value_scale + half);
      for (std::size_t k = 0; k < rows; ++k) {
        const Lanes exact = __builtin_convertvector(load_integers(sums + k * tile + half), Lanes);
        store(output + (r + k) * stride + half, exact * scale * inverse[k]);
      }
    }
  }
}

template <typename Dot>
static void attention(const float* input, std::size_t count, std::size_t heads, float* output,
                      Scratch& scratch) {
  const std::size_t width = heads * head_width;
  const std::size_t stride = 3 * width;
  const std::size_t positions = padded(count, column_block);
  PackedHead head{};
  head.positions = positions;
  auto* scales = scratch_of<float>(scratch, head_scales, 4 * positions);
  std::memset(scales, 0, 4 * positions * sizeof(float));
  head.key_scale = scales;
  head.key_compensation = reinterpret_cast<std::int32_t*>(scales + positions);
  head.blocked = scales + 3 * positions;
  for (std::size_t k = count; k < positions; ++k) head.blocked[k] = -1e9F;
  head.keys = scratch.bytes(key_packed, Dot::packed_bytes(positions, column_block));
  head.values = scratch.bytes(value_packed, Dot::packed_bytes(head_width, positions));
  auto* signed_bytes = scratch_of<std::int8_t>(scratch, key_bytes, positions * head_width);
  auto* scores = scratch_of<float>(scratch, score_floats, tile * positions);
  auto* probabilities = scratch_of<std::uint8_t>(scratch, probability_bytes, tile * positions);
  const QuantisedRows query{scratch_of<std::uint8_t>(scratch, query_bytes, positions * column_block),
                            scales + 2 * positions, column_block};
  Dot::begin();
  for (std::size_t h = 0; h < heads; ++h) {
    const float* from = input + h * head_width;
    for (std::size_t r = 0; r < count; ++r) {
      quantise_row(from + r * stride, head_width, query.bytes + r * query.stride, query.scale + r);
    }
    pack_keys<Dot>(from + width, count, stride, signed_bytes, head);
    pack_values<Dot>(from + 2 * width, count, stride, signed_bytes, head);
    attend<Dot>(query, head, count, scores, probabilities, output + h * head_width, width);
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
  return {name,
          available,
          &Dot::packed_bytes,
          &pack_bytes<Dot>,
          &linear<Dot>,
          &feed_forward<Dot>,
          &attention<Dot>,
          &add_norm_rows,
          &norm_rows,
          &gelu_all};
}

}  // namespace
}  // namespace quoth::nn
