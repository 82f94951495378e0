#pragma once

// Dilated convolutions over three rows by minimal filtering (Winograd 1980; Lavin & Gray 2016 call it F(2, 3)), for AVX2: two outputs cost
// four products where the definition has six. For a pair that reads the rows d0 … d3 (integer_convolution.h), with g0 … g2 the weights of
// the three rows,
//
//     m1 = (d0 − d2) · g0    m2 = (d1 + d2) · (g0 + g1 + g2)    m3 = (d2 − d1) · (g0 − g1 + g2)    m4 = (d1 − d3) · g2
//     y0 = m1 + (m2 + m3) / 2                                   y1 = (m2 − m3) / 2 − m4
//
// m2 and m3 are both odd or both even, so the halves are exact, and y0 and y1 the very integers that the definition gives. Rows are of
// −254 … 254 and weights of −381 … 381, which vpmaddwd takes as they are; m2 + m3 stays below 2³¹ up to a width of 8192.

#include <utility>

#include "nn/avx2_rows.h"
#include "nn/integer_convolution.h"

namespace quoth::nn {
namespace {

class MinimalConvolution {
 public:
  static constexpr Packing packing() { return {&packed_bytes, &pack_sums}; }

  static void convolve_onto(const PackedMatrix& matrix, std::size_t dilation, std::size_t count,
                            float* x, Scratch& scratch) {
    if (count == 0) return;
    const std::size_t width = matrix.rows;
    const RowPairs pairs{count, dilation};
    const Values values = combine(pairs, x, width, scratch);
    auto* sums =
        scratch_of<std::int32_t>(scratch, pair_sums, products * values.blocks * most_rows * lanes);
    for (std::size_t output = 0; output < width; output += lanes) {
      multiply(matrix, output, values, sums);
      finish(matrix, output, pairs, values, sums, x);
    }
  }

 private:
  static constexpr std::size_t products = 4;

  /// Of the pairs: what is multiplied. [product][block][input / 4][row of the block][4]; the last block may hold less than six pairs, and
  /// anything behind them.
  struct Values {
    std::int16_t* values;
    std::size_t blocks;
    std::size_t width;
    const float* scale;  // Of each pair.

    std::int16_t* block(std::size_t product, std::size_t number) const {
      return values + (product * blocks + number) * most_rows * width;
    }
  };

  /// Four sums of weights of 16 bits: [product][output / 8][input / 4][output % 8][4].
  static std::size_t packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
    return products * padded_rows * (padded_columns / 3) * sizeof(std::int16_t);
  }

  /// Where the weights of eight outputs start.
  static std::size_t place_of(std::size_t product, std::size_t output, std::size_t rows,
                              std::size_t width) {
    return (product * padded(rows, row_block) + output / step_outputs * step_outputs) * width;
  }

  static void pack_sums(const std::int8_t* weight, const float* /*scale*/, std::size_t rows,
                        std::size_t columns, std::size_t /*padded_columns*/, std::byte* out) {
    const std::size_t width = columns / 3;
    auto* to = reinterpret_cast<std::int16_t*>(out);
    for (std::size_t output = 0; output < rows; ++output) {
      for (std::size_t input = 0; input < width; ++input) {
        const std::int8_t* from = weight + output * columns + input;
        const int first = int{from[0]}, middle = int{from[width]}, last = int{from[2 * width]};
        const int sums[products] = {first, first + middle + last, first - middle + last, last};
        const std::size_t at = input / step_inputs * step_inputs * step_outputs +
                               output % step_outputs * step_inputs + input % step_inputs;
        for (std::size_t product = 0; product < products; ++product)
          to[place_of(product, output, rows, width) + at] =
              static_cast<std::int16_t>(sums[product]);
      }
    }
  }

  static Values combine(const RowPairs& pairs, const float* x, std::size_t width,
                        Scratch& scratch) {
    const float* peaks = row_peaks(x, pairs.count, width, scratch);
    auto* scale = scratch_of<float>(scratch, input_scales, pairs.size());
    auto* bytes = scratch_of<std::uint8_t>(scratch, input_bytes, 4 * width);
    const std::size_t blocks = (pairs.size() + most_rows - 1) / most_rows;
    const Values values{
        scratch_of<std::int16_t>(scratch, pair_values, products * blocks * most_rows * width),
        blocks, width, scale};
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      const ByteScale by = pair_scale(pairs, pair, peaks);
      for (std::size_t n = 0; n < 4; ++n)
        quantise_shifted(pairs, x, pairs.shifted_row(pair, n), width, by, bytes + n * width);
      combine_rows(bytes, pair, values);
      scale[pair] = by.scale;
    }
    return values;
  }

  static void combine_rows(const std::uint8_t* bytes, std::size_t pair, const Values& values) {
    const std::size_t width = values.width;
    std::int16_t* block[products];
    for (std::size_t product = 0; product < products; ++product)
      block[product] = values.block(product, pair / most_rows);
    for (std::size_t k = 0; k < width; k += lanes) {
      __m256i row[4];
#pragma GCC unroll 4
      for (std::size_t n = 0; n < 4; ++n) {
        const auto* from = reinterpret_cast<const __m128i*>(bytes + n * width + k);
        row[n] = _mm256_cvtepu8_epi16(_mm_loadu_si128(from));  // The 128 of each cancel, but …
      }
      const __m256i twice = _mm256_set1_epi16(256);  // … where two are added.
      const __m256i made[products] = {_mm256_sub_epi16(row[0], row[2]),
                                      _mm256_sub_epi16(_mm256_add_epi16(row[1], row[2]), twice),
                                      _mm256_sub_epi16(row[2], row[1]),
                                      _mm256_sub_epi16(row[1], row[3])};
#pragma GCC unroll 4
      for (std::size_t product = 0; product < products; ++product)
        store_in_block<most_rows>(made[product], pair % most_rows, block[product] + k * most_rows);
    }
  }

  /// The four sums of each pair by sixteen outputs: [product][pair][16].
  static void multiply(const PackedMatrix& matrix, std::size_t output, const Values& values,
                       std::int32_t* sums) {
    for (std::size_t product = 0; product < products; ++product) {
      for (std::size_t half = 0; half < lanes; half += step_outputs) {
        const auto* weights = reinterpret_cast<const std::int16_t*>(matrix.weights.data()) +
                              place_of(product, output + half, matrix.rows, values.width);
        const auto weights_of = [&](std::size_t step) __attribute__((always_inline)) {
          const auto* from = reinterpret_cast<const __m256i*>(weights) + 2 * step;
          return std::pair(_mm256_load_si256(from), _mm256_load_si256(from + 1));
        };
        for (std::size_t block = 0; block < values.blocks; ++block) {
          std::int32_t* to = sums + (product * values.blocks + block) * most_rows * lanes + half;
          multiply_block<most_rows>(values.block(product, block), values.width, weights_of,
                                    {to, lanes});
        }
      }
    }
  }

  static IntegerLanes halved(const IntegerLanes& even) {
    QUOTH_EACH_PART(IntegerLanes, same_bits<IntegerPart>(same_bits<SignedPart>(even.part[p]) >> 1));
  }

  static void finish(const PackedMatrix& matrix, std::size_t output, const RowPairs& pairs,
                     const Values& values, const std::int32_t* sums, float* x) {
    const ColumnScale scale(matrix, output);
    const std::size_t size = values.blocks * most_rows * lanes;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      const std::int32_t* at = sums + pair * lanes;
      const IntegerLanes m2 = load(at + size), m3 = load(at + 2 * size);
      const std::size_t row = pairs.first_row(pair);
      float* to = x + row * values.width + output;
      const auto add = [&](float* place, const IntegerLanes& sum) __attribute__((always_inline)) {
        store(place, load(place) + byte_gelu_of(scale.floats_of(sum, values.scale[pair])));
      };
      add(to, load(at) + halved(m2 + m3));
      if (row + pairs.dilation < pairs.count)
        add(to + pairs.dilation * values.width, halved(m2 - m3) - load(at + 3 * size));
    }
  }
};

}  // namespace
}  // namespace quoth::nn
