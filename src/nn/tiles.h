#pragma once

// The product of a batch of byte rows with a packed matrix, tile by tile; part of the int8 kernels, whose idea stands in
// integer_kernels.h.
//
// The integers of a 32 by 32 tile go to a buffer, from which a *sink* scales them back to floats. The sink works one tile behind
// the product, on a second buffer, and a share of its rows at a time: where the product has a unit of its own (AMX), Dot calls for a share after
// each step of the product, and the processor does both at once.
//
// Columns are the outer loop: a column's weights are read from memory once and stay in L1, while the rows pass through it from L2.

#include "nn/float_rows.h"
#include "nn/kernel_table.h"

namespace quoth::nn {
namespace {

constexpr std::size_t tile = 32;

/// Operands of Dot::multiply_tile: rows of bytes; packed weights, of which 32 outputs are meant; where the sums go.
struct ByteRows {
  const std::uint8_t* bytes;
  std::size_t stride;
  std::size_t count;  ///< 1 … 32.
};
struct PackedColumns {
  const std::byte* packed;
  std::size_t padded_inputs;  ///< Of an output in the packed form.
  std::size_t first;          ///< Output.
  std::size_t from;           ///< Input; a multiple of 64.
  std::size_t inputs;         ///< Multiplied; a multiple of 32.
  std::size_t outputs =
      tile;  ///< Whose sums are asked for; those of the others may be made or not.
};
struct TileSums {
  std::int32_t* sums;
  std::size_t stride;
};

/// Rows of unsigned bytes, `stride` apart, and the scale of each.
struct QuantisedRows {
  std::uint8_t* bytes;
  float* scale;
  std::size_t stride;
};

/// Rows of `width` floats, `stride` apart.
static void quantise_rows(const float* x, std::size_t stride, std::size_t count, std::size_t width,
                          const QuantisedRows& out) {
  for (std::size_t r = 0; r < count; ++r) {
    out.scale[r] = quantise_row(x + r * stride, width, out.bytes + r * out.stride);
  }
}

/// Where a tile stands in the result, and how many of its rows count.
struct TilePlace {
  std::size_t column;
  std::size_t row;
  std::size_t rows;
};

/// Share `step` of `steps` of the numbers below `count`.
struct Share {
  std::size_t from;
  std::size_t to;
};
QUOTH_INLINE Share share_of(std::size_t count, std::size_t step, std::size_t steps) {
  const std::size_t size = (count + steps - 1) / steps;
  const std::size_t from = step * size < count ? step * size : count;
  return {from, from + size < count ? from + size : count};
}

/// Part of a matrix: all inputs, or one group of them, and some of its outputs.
struct MatrixPart {
  const PackedMatrix& matrix;
  std::size_t first;  ///< Outputs first … last−1; `first` is a multiple of 32.
  std::size_t last;
  std::size_t group;

  std::size_t from() const { return group * matrix.group; }
  std::size_t inputs() const {
    const std::size_t left = matrix.padded_columns - from();
    return left < matrix.group ? left : matrix.group;
  }
};

/// Calls `sink(sums, place, share of the rows)` for the part's tiles, column by column, each tile in a few shares of its rows.
/// The input's buffer is readable up to the next multiple of 32 rows.
template <typename Dot, typename Sink>
QUOTH_INLINE void multiply(const MatrixPart& part, const QuantisedRows& input, std::size_t count,
                           const Sink& sink) {
  alignas(64) std::int32_t sums[2][tile * tile];
  const PackedMatrix& matrix = part.matrix;
  const std::size_t inputs = part.inputs();
  TilePlace before{};
  std::size_t turn = 0;
  for (std::size_t c = part.first; c < part.last; c += tile) {
    for (std::size_t r = 0; r < count; r += tile) {
      const std::size_t rows = count - r < tile ? count - r : tile;
      const auto meanwhile = [&](std::size_t step, std::size_t steps)
                                 __attribute__((always_inline)) {
                                   sink(sums[1 - turn], before, share_of(before.rows, step, steps));
                                 };
      Dot::multiply_tile(
          {input.bytes + r * input.stride, input.stride, rows},
          {matrix.weights.data(), matrix.padded_columns, c, part.from(), inputs, part.last - c},
          {sums[turn], tile}, meanwhile);
      turn = 1 - turn;
      before = {c, r, rows};
    }
  }
  sink(sums[1 - turn], before, {0, before.rows});
}

/// Sixteen outputs of a matrix, and what turns their sums into floats.
class ColumnScale {
 public:
  ColumnScale(const PackedMatrix& matrix, std::size_t column, std::size_t group = 0)
      : compensation_(load(matrix.compensation_of(group) + column)),
        scale_(load(matrix.scale.data() + column)),
        bias_(group == 0 ? load(matrix.bias.data() + column) : all(0.0F)) {}

  /// Of products of unsigned bytes.
  __attribute__((always_inline)) Lanes floats(const std::int32_t* sums, float row_scale) const {
    return floats_of(load(sums) - compensation_, row_scale);
  }
  /// Of products of signed ones.
  __attribute__((always_inline)) Lanes floats_of(const IntegerLanes& sums, float row_scale) const {
    return to_floats(sums) * scale_ * row_scale + bias_;
  }

 private:
  IntegerLanes compensation_;
  Lanes scale_;
  Lanes bias_;
};

/// Writes tiles to a row-major matrix of floats; the tile of output `first` goes to its first column. Or adds them to it.
enum class Writing { plain, gelu, sum, gelu_sum };
template <Writing writing>
struct FloatSink {
  static constexpr bool with_gelu = writing == Writing::gelu || writing == Writing::gelu_sum;
  static constexpr bool adding = writing == Writing::sum || writing == Writing::gelu_sum;

  const MatrixPart& part;
  const float* row_scale;
  float* output;
  std::size_t stride;

  __attribute__((always_inline)) void operator()(const std::int32_t* sums, TilePlace at,
                                                 Share share) const {
    const std::size_t columns = part.last - at.column;
    for (std::size_t half = 0; half < tile && half < columns; half += lanes) {
      const ColumnScale scale(part.matrix, at.column + half, part.group);
      float* to = output + (at.row + share.from) * stride + at.column - part.first + half;
      for (std::size_t r = share.from; r < share.to; ++r, to += stride) {
        Lanes value = scale.floats(sums + r * tile + half, row_scale[at.row + r]);
        if (with_gelu) value = byte_gelu_of(value);
        if (__builtin_expect(columns - half < lanes, 0)) {
          if (adding) value = load_first(to, columns - half) + value;
          store_first(to, value, columns - half);
        } else {
          store(to, adding ? load(to) + value : value);
        }
      }
    }
  }
};

}  // namespace
}  // namespace quoth::nn
