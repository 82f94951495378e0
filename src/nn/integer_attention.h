#pragma once

// Self-attention of int8 kernels (Vaswani et al. 2017), all products in eight bits.
//
// A head's query, key and value are one tile wide, so each is quantised right where the product leaves it: query and key by
// row, value by channel. Scores go through the same tiles: 32 queries against all keys. Their softmax is rounded to unsigned
// bytes, the largest 255, which need no compensation; their sum is taken over the rounded bytes, so that a row's weights still
// add up to one. The last tile mixes the values. Nothing of a head but its result leaves L2.

#include "nn/scratch_slots.h"
#include "nn/tiles.h"

namespace quoth::nn {
namespace {

constexpr std::size_t head_width = 32;
static_assert(head_width == tile);

/// One head's query, keys and values as bytes, and what scales them back.
struct ByteHead {
  std::size_t count;      // Positions …
  std::size_t positions;  // … and their number padded to column_block.
  QuantisedRows query;
  std::byte* keys;   // Packed: an output for each position.
  float* key_scale;  // One a position, times log₂ e / √32. Zero in the padding, like the next.
  std::int32_t* key_compensation;
  float* value;                   // [positions, 32]
  std::byte* values;              // Packed: an output for each channel, an input for each position.
  float value_scale[head_width];  // One a channel.
  float blocked[lanes];  // Added to the last sixteen scores: 0, or −∞ behind the last position.
};

/// Two halves of a row of 32 as floats.
struct RowHalves {
  Lanes half[2];

  __attribute__((always_inline)) float peak() const {
    return largest(larger(magnitude(half[0]), magnitude(half[1])));
  }
};

QUOTH_INLINE RowHalves row_of(const ColumnScale (&scale)[2], const std::int32_t* sums,
                              float row_scale) {
  return {{scale[0].floats(sums, row_scale), scale[1].floats(sums + lanes, row_scale)}};
}

struct QuerySink {
  const PackedMatrix& matrix;
  const float* row_scale;
  const ByteHead& head;

  __attribute__((always_inline)) void operator()(const std::int32_t* sums, TilePlace at,
                                                 Share share) const {
    const ColumnScale scale[2] = {{matrix, at.column}, {matrix, at.column + lanes}};
    for (std::size_t r = share.from; r < share.to; ++r) {
      const RowHalves row = row_of(scale, sums + r * tile, row_scale[at.row + r]);
      const ByteScale by = byte_scale(row.peak());
      std::uint8_t* to = head.query.bytes + (at.row + r) * head.query.stride;
      store_low_bytes(to, nearest(row.half[0] * by.inverse, 128));
      store_low_bytes(to + lanes, nearest(row.half[1] * by.inverse, 128));
      head.query.scale[at.row + r] = by.scale;
    }
  }
};

template <typename Dot>
struct KeySink {
  const PackedMatrix& matrix;
  const float* row_scale;
  const ByteHead& head;

  __attribute__((always_inline)) void operator()(const std::int32_t* sums, TilePlace at,
                                                 Share share) const {
    constexpr float log2_of_e_over_root_32 = 0.25503488F;
    const ColumnScale scale[2] = {{matrix, at.column}, {matrix, at.column + lanes}};
    for (std::size_t r = share.from; r < share.to; ++r) {
      const RowHalves row = row_of(scale, sums + r * tile, row_scale[at.row + r]);
      const ByteScale by = byte_scale(row.peak());
      const IntegerLanes low = nearest(row.half[0] * by.inverse, 0);
      const IntegerLanes high = nearest(row.half[1] * by.inverse, 0);
      std::uint8_t bytes[head_width];
      store_low_bytes(bytes, low);
      store_low_bytes(bytes + lanes, high);
      Dot::pack_row(reinterpret_cast<const std::int8_t*>(bytes), head_width, at.row + r, Dot::depth,
                    head.keys);
      head.key_scale[at.row + r] = by.scale * log2_of_e_over_root_32;
      head.key_compensation[at.row + r] = 128 * sum_of_nearest(low + high, 2);
    }
  }
};

struct ValueSink {
  const PackedMatrix& matrix;
  const float* row_scale;
  const ByteHead& head;

  __attribute__((always_inline)) void operator()(const std::int32_t* sums, TilePlace at,
                                                 Share share) const {
    const ColumnScale scale[2] = {{matrix, at.column}, {matrix, at.column + lanes}};
    for (std::size_t r = share.from; r < share.to; ++r) {
      const RowHalves row = row_of(scale, sums + r * tile, row_scale[at.row + r]);
      store(head.value + (at.row + r) * head_width, row.half[0]);
      store(head.value + (at.row + r) * head_width + lanes, row.half[1]);
    }
  }
};

/// Quantises `value` by channel into `values`. Rows behind the last position may hold anything: their probabilities are zero.
template <typename Dot>
static void pack_values(ByteHead& head) {
  for (std::size_t half = 0; half < head_width; half += lanes) {
    const float* value = head.value + half;
    Lanes most = all(smallest_peak);
    for (std::size_t j = 0; j < head.count; ++j) {
      most = larger(most, magnitude(load(value + j * head_width)));
    }
    store(head.value_scale + half, most / 127.0F);
    const Lanes inverse = all(127.0F) / most;
    for (std::size_t j = 0; j < head.count; j += 4) {
      IntegerLanes four[4];
#pragma GCC unroll 4
      for (std::size_t n = 0; n < 4; ++n) {
        four[n] = nearest(load(value + (j + n) * head_width) * inverse, 0);
      }
      Dot::pack_four_inputs(four, half, j, head.positions, head.values);
    }
  }
}

/// Query against key sums become scores (but for the query's scale) in place; gives the largest.
QUOTH_INLINE float score_row(const ByteHead& head, std::int32_t* sums, float* scores) {
  const std::size_t last = (head.count - 1) / lanes * lanes;
  const auto score = [&](std::size_t k) __attribute__((always_inline)) {
    return to_floats(load(sums + k) - load(head.key_compensation + k)) * load(head.key_scale + k);
  };
  const Lanes end = score(last) + load(head.blocked);
  Lanes most = end;
  for (std::size_t k = 0; k < last; k += lanes) {
    const Lanes value = score(k);
    most = larger(most, value);
    store(scores + k, value);
  }
  store(scores + last, end);
  return largest(most);
}

/// Probabilities as bytes, the largest 255; gives their sum. Scores are in units of log₂ / `query_scale`.
QUOTH_INLINE std::int32_t softmax_row(const float* scores, std::size_t count, float peak,
                                      float query_scale, std::uint8_t* out) {
  IntegerLanes total = same_bits<IntegerLanes>(all(0.0F));
  std::uint32_t vectors = 0;
  for (std::size_t k = 0; k < count; k += lanes, ++vectors) {
    const Lanes exponent = (load(scores + k) - peak) * query_scale;
    const IntegerLanes p = nearest(byte_power_of_two(exponent), 0);
    total = total + p;
    store_low_bytes(out + k, p);
  }
  return sum_of_nearest(total, vectors);
}

/// Queries are taken so many at a time: their scores stay in L1.
constexpr std::size_t query_rows = 16;

struct AttentionScratch {
  std::int32_t* sums[2];        // [16, positions] each.
  std::uint8_t* probabilities;  // [16, positions], zero behind the last sixteen.
};

/// A few queries, from row `first` on, whose products with the keys are at hand.
struct QueryBlock {
  std::size_t first;
  std::size_t rows;
  std::int32_t* sums;
  float inverse[query_rows];  // Of the sum of probabilities.
};

/// All rows' largest first: a row alone would wait for its own.
QUOTH_INLINE void softmax_rows(const ByteHead& head, QueryBlock& block, Share share,
                               std::uint8_t* probabilities) {
  float peak[query_rows];
  for (std::size_t r = share.from; r < share.to; ++r) {
    std::int32_t* sums = block.sums + r * head.positions;
    peak[r] = score_row(head, sums, reinterpret_cast<float*>(sums));
  }
  for (std::size_t r = share.from; r < share.to; ++r) {
    const auto* scores = reinterpret_cast<const float*>(block.sums + r * head.positions);
    const std::int32_t total =
        softmax_row(scores, head.count, peak[r], head.query.scale[block.first + r],
                    probabilities + r * head.positions);
    block.inverse[r] = 1.0F / static_cast<float>(total);
  }
}

/// The values, weighted by the block's probabilities.
template <typename Dot>
QUOTH_INLINE void mix(const ByteHead& head, const QueryBlock& block,
                      const std::uint8_t* probabilities, float* output, std::size_t stride) {
  alignas(64) std::int32_t sums[query_rows * tile];
  Dot::multiply_tile({probabilities, head.positions, block.rows},
                     {head.values, head.positions, 0, 0, head.positions}, {sums, tile},
                     [](std::size_t, std::size_t) {});
  for (std::size_t half = 0; half < tile; half += lanes) {
    const Lanes scale = load(head.value_scale + half);
    for (std::size_t r = 0; r < block.rows; ++r) {
      store(output + (block.first + r) * stride + half,
            to_floats(load(sums + r * tile + half)) * scale * block.inverse[r]);
    }
  }
}

/// Like `multiply`, the softmax works one block behind the product, on a second buffer.
template <typename Dot>
static void attend(const ByteHead& head, const AttentionScratch& scratch, float* output,
                   std::size_t stride) {
  QueryBlock before{};
  std::size_t turn = 0;
  const std::size_t tiles = padded(head.count, tile) / tile;
  for (std::size_t first = 0; first < head.count; first += query_rows) {
    const std::size_t rows = head.count - first < query_rows ? head.count - first : query_rows;
    for (std::size_t k = 0; k < tiles; ++k) {
      Dot::multiply_tile({head.query.bytes + first * head.query.stride, head.query.stride, rows},
                         {head.keys, Dot::depth, k * tile, 0, Dot::depth},
                         {scratch.sums[turn] + k * tile, head.positions},
                         [](std::size_t, std::size_t) {});
      softmax_rows(head, before, share_of(before.rows, k, tiles), scratch.probabilities);
    }
    if (before.rows > 0) mix<Dot>(head, before, scratch.probabilities, output, stride);
    before = {first, rows, scratch.sums[turn], {}};
    turn = 1 - turn;
  }
  softmax_rows(head, before, {0, before.rows}, scratch.probabilities);
  mix<Dot>(head, before, scratch.probabilities, output, stride);
}

template <typename Dot>
static ByteHead head_buffers(Scratch& scratch, std::size_t count) {
  ByteHead head{};
  head.count = count;
  head.positions = padded(count, column_block);
  auto* values = scratch_of<float>(scratch, position_values, 3 * head.positions);
  std::memset(values, 0, 3 * head.positions * sizeof(float));
  head.key_scale = values;
  head.key_compensation = reinterpret_cast<std::int32_t*>(values + head.positions);
  head.query = {scratch_of<std::uint8_t>(scratch, query_bytes, head.positions * Dot::depth),
                values + 2 * head.positions, Dot::depth};
  const std::size_t key_size = Dot::packed_bytes(head.positions, Dot::depth);
  head.keys = scratch.bytes(key_packed, key_size);
  std::memset(head.keys, 0, key_size);
  head.value = scratch_of<float>(scratch, value_floats, head.positions * head_width);
  head.values = scratch.bytes(value_packed, Dot::packed_bytes(head_width, head.positions));
  for (std::size_t k = 0; k < lanes; ++k) {
    const bool is_there = (count - 1) / lanes * lanes + k < count;
    head.blocked[k] = is_there ? 0.0F : -__builtin_inff();
  }
  return head;
}

template <typename Dot>
static void attention(const PackedMatrix& matrix, const float* input, std::size_t count,
                      float* output, Scratch& scratch) {
  if (count == 0) return;
  const std::size_t width = matrix.columns;
  const QuantisedRows rows = input_rows(scratch, count, matrix.padded_columns);
  quantise_rows(input, width, count, width, rows);
  ByteHead head = head_buffers<Dot>(scratch, count);
  const std::size_t buffer = query_rows * head.positions;
  auto* sums = scratch_of<std::int32_t>(scratch, score_sums, 2 * buffer);
  const AttentionScratch tiles{{sums, sums + buffer},
                               scratch_of<std::uint8_t>(scratch, probability_bytes, buffer)};
  std::memset(tiles.probabilities, 0, buffer);
  Dot::begin();
  for (std::size_t c = 0; c < width; c += head_width) {
    const auto part = [&](std::size_t first) { return MatrixPart{matrix, first, first + tile, 0}; };
    multiply<Dot>(part(c), rows, count, QuerySink{matrix, rows.scale, head});
    multiply<Dot>(part(width + c), rows, count, KeySink<Dot>{matrix, rows.scale, head});
    multiply<Dot>(part(2 * width + c), rows, count, ValueSink{matrix, rows.scale, head});
    pack_values<Dot>(head);
    attend<Dot>(head, tiles, output + c, width);
  }
  Dot::end();
}

}  // namespace
}  // namespace quoth::nn
