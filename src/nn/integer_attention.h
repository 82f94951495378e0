#pragma once

// Attention of the int8 kernels, through the product of integer_tiles.h: a head at a time, keys quantised by row and values by channel, then
// 32 queries at a time: scores, softmax in floats, probabilities as bytes, mixture of values.

#include "nn/integer_tiles.h"

namespace quoth::nn {
namespace {

/// One head's keys and values, packed, and what scales them.
struct PackedHead {
  std::byte* keys;
  std::byte* values;
  float* key_scale;                // One a position.
  std::int32_t* key_compensation;  // One a position.
  float* blocked;                  // One a position: 0, or −10⁹ for padding.
  float value_scale[head_width];   // One a channel.
  std::size_t positions;           // Padded to 64.
};

template <typename Dot>
static void pack_keys(const float* key, std::size_t count, std::size_t stride,
                      std::int8_t* signed_bytes, PackedHead& head) {
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
        const Lanes value =
            __builtin_convertvector(exact, Lanes) * scale * query.scale[first + r] + blocked;
        store(scores + r * head.positions + j + half, value);
      }
    }
  }
}

/// Probabilities as bytes, the largest 255; gives their sum.
QUOTH_INLINE std::int32_t softmax_row(const float* scores, std::size_t positions,
                                      std::uint8_t* out) {
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
  const QuantisedRows query{
      scratch_of<std::uint8_t>(scratch, query_bytes, positions * column_block),
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

}  // namespace
}  // namespace quoth::nn
