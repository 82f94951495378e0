#pragma once

// Dilated convolutions over three rows by minimal filtering (Winograd 1980; Lavin & Gray 2016 call it F(4, 3)), for AVX2: four outputs
// cost six products where the definition has twelve. For a quad that reads the rows d0 … d5 (integer_convolution.h), with g0 … g2 the weights
// of the three rows times 24,
//
//     m0 = (4 d0 − 5 d2 + d4)          · 6 g0
//     m1 = ((d4 − 4 d2) + (d3 − 4 d1)) · −4 (g0 + g1 + g2)        y0 = m0 + (m1 + m2) + (m3 + m4)
//     m2 = ((d4 − 4 d2) − (d3 − 4 d1)) · −4 (g0 − g1 + g2)        y1 = (m1 − m2) + 2 (m3 − m4)
//     m3 = ((d4 − d2) + 2 (d3 − d1))   · (g0 + 2 g1 + 4 g2)       y2 = (m1 + m2) + 4 (m3 + m4)
//     m4 = ((d4 − d2) − 2 (d3 − d1))   · (g0 − 2 g1 + 4 g2)       y3 = (m1 − m2) + 8 (m3 − m4) + m5
//     m5 = (4 d1 − 5 d3 + d5)          · 24 g2
//
// are 24 times the outputs. Rows are of −1270 … 1270 and weights of −3048 … 3048, which vpmaddwd takes as they are. Sums may leave 32 bits on
// the way, but wrap around, and 24 times an output stays below 2³¹ up to a width of 1849 (the model reader stops at 1536): so the quotients are exact, the very
// integers that the definition gives.

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
    const RowQuads quads{count, dilation};
    const Values values = combine(quads, x, width, scratch);
    auto* sums =
        scratch_of<std::int32_t>(scratch, quad_sums, products * values.blocks * most_rows * lanes);
    for (std::size_t output = 0; output < width; output += lanes) {
      multiply(matrix, output, values, sums);
      finish(matrix, output, quads, values, sums, x);
    }
  }

 private:
  static constexpr std::size_t products = 6;

  /// Of the quads: what is multiplied. [product][block][input / 4][row of the block][4]; the last block may hold less than six quads, and
  /// anything behind them.
  struct Values {
    std::int16_t* values;
    std::size_t blocks;
    std::size_t width;
    const float* scale;  // Of each quad.

    std::int16_t* block(std::size_t product, std::size_t number) const {
      return values + (product * blocks + number) * most_rows * width;
    }
  };

  /// Sums of weights, of 16 bits, in the order in which they are read: [output / 16][product][output % 16 / 8][input / 4][output % 8][4].
  static std::size_t packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
    return products * padded_rows * (padded_columns / 3) * sizeof(std::int16_t);
  }

  /// Where the weights of eight outputs start.
  static std::size_t place_of(std::size_t product, std::size_t output, std::size_t width) {
    const std::size_t run = (output / lanes * products + product) * (lanes / step_outputs) +
                            output % lanes / step_outputs;
    return run * step_outputs * width;
  }

  static void pack_sums(const std::int8_t* weight, const float* /*scale*/, std::size_t rows,
                        std::size_t columns, std::size_t /*padded_columns*/, std::byte* out) {
    const std::size_t width = columns / 3;
    auto* to = reinterpret_cast<std::int16_t*>(out);
    for (std::size_t output = 0; output < rows; ++output) {
      for (std::size_t input = 0; input < width; ++input) {
        const std::int8_t* from = weight + output * columns + input;
        const int first = int{from[0]}, middle = int{from[width]}, last = int{from[2 * width]};
        const int sums[products] = {6 * first,
                                    -4 * (first + middle + last),
                                    -4 * (first - middle + last),
                                    first + 2 * middle + 4 * last,
                                    first - 2 * middle + 4 * last,
                                    24 * last};
        const std::size_t at = input / step_inputs * step_inputs * step_outputs +
                               output % step_outputs * step_inputs + input % step_inputs;
        for (std::size_t product = 0; product < products; ++product)
          to[place_of(product, output, width) + at] = static_cast<std::int16_t>(sums[product]);
      }
    }
  }

  static Values combine(const RowQuads& quads, const float* x, std::size_t width,
                        Scratch& scratch) {
    const float* peaks = row_peaks(x, quads.count, width, scratch);
    auto* scale = scratch_of<float>(scratch, input_scales, quads.size());
    auto* bytes = scratch_of<std::uint8_t>(scratch, input_bytes, RowQuads::inputs * width);
    const std::size_t blocks = (quads.size() + most_rows - 1) / most_rows;
    const Values values{
        scratch_of<std::int16_t>(scratch, quad_values, products * blocks * most_rows * width),
        blocks, width, scale};
    for (std::size_t quad = 0; quad < quads.size(); ++quad) {
      const ByteScale by = quad_scale(quads, quad, peaks);
      for (std::size_t n = 0; n < RowQuads::inputs; ++n)
        quantise_shifted(quads, x, quads.shifted_row(quad, n), width, by, bytes + n * width);
      combine_rows(bytes, quad, values);
      scale[quad] = by.scale;
    }
    return values;
  }

  static void combine_rows(const std::uint8_t* bytes, std::size_t quad, const Values& values) {
    const std::size_t width = values.width;
    std::int16_t* block[products];
    for (std::size_t product = 0; product < products; ++product)
      block[product] = values.block(product, quad / most_rows);
    for (std::size_t k = 0; k < width; k += lanes) {
      __m256i row[RowQuads::inputs];
#pragma GCC unroll 6
      for (std::size_t n = 0; n < RowQuads::inputs; ++n) {
        const auto* from = reinterpret_cast<const __m128i*>(bytes + n * width + k);
        row[n] =
            _mm256_sub_epi16(_mm256_cvtepu8_epi16(_mm_loadu_si128(from)), _mm256_set1_epi16(128));
      }
      const auto four_times = [](__m256i value) { return _mm256_slli_epi16(value, 2); };
      const __m256i even = _mm256_sub_epi16(row[4], four_times(row[2]));
      const __m256i odd = _mm256_sub_epi16(row[3], four_times(row[1]));
      const __m256i near = _mm256_sub_epi16(row[4], row[2]);
      const __m256i far = _mm256_slli_epi16(_mm256_sub_epi16(row[3], row[1]), 1);
      const __m256i made[products] = {
          _mm256_add_epi16(four_times(_mm256_sub_epi16(row[0], row[2])), near),
          _mm256_add_epi16(even, odd),
          _mm256_sub_epi16(even, odd),
          _mm256_add_epi16(near, far),
          _mm256_sub_epi16(near, far),
          _mm256_add_epi16(four_times(_mm256_sub_epi16(row[1], row[3])),
                           _mm256_sub_epi16(row[5], row[3]))};
#pragma GCC unroll 6
      for (std::size_t product = 0; product < products; ++product)
        store_in_block<most_rows>(made[product], quad % most_rows, block[product] + k * most_rows);
    }
  }

  /// Brings bytes that are read soon into L1, a share at a time while others are worked on: a network's weights do not all fit L2, and the
  /// processor foresees what lies ahead too late to hide that.
  class Foresight {
   public:
    Foresight(const std::byte* soon, std::size_t size, std::size_t shares)
        : soon_(soon), size_(size), share_((size / line + shares - 1) / shares * line) {}

    void bring_share() {
      for (const std::size_t end = at_ + share_; at_ < end && at_ < size_; at_ += line)
        _mm_prefetch(soon_ + at_, _MM_HINT_T0);
    }

   private:
    static constexpr std::size_t line = 64;

    const std::byte* soon_;
    std::size_t size_;
    std::size_t share_;
    std::size_t at_ = 0;
  };

  /// The sums of each quad by sixteen outputs: [product][quad][16].
  static void multiply(const PackedMatrix& matrix, std::size_t output, const Values& values,
                       std::int32_t* sums) {
    const std::size_t run = step_outputs * values.width * sizeof(std::int16_t);
    for (std::size_t product = 0; product < products; ++product) {
      for (std::size_t half = 0; half < lanes; half += step_outputs) {
        const std::size_t place =
            place_of(product, output + half, values.width) * sizeof(std::int16_t);
        const std::byte* weights = matrix.weights.data() + place;
        const auto weights_of = [&](std::size_t step) __attribute__((always_inline)) {
          const auto* from = reinterpret_cast<const __m256i*>(weights) + 2 * step;
          return std::pair(_mm256_load_si256(from), _mm256_load_si256(from + 1));
        };
        const std::size_t left = matrix.weights.size() - place - run;
        Foresight next(weights + run, left < run ? left : run, values.blocks);
        for (std::size_t block = 0; block < values.blocks; ++block) {
          next.bring_share();
          std::int32_t* to = sums + (product * values.blocks + block) * most_rows * lanes + half;
          multiply_block<most_rows>(values.block(product, block), values.width, weights_of,
                                    {to, lanes});
        }
      }
    }
  }

  /// A 24th of multiples of 24: shifted by three places, then times the inverse of 3 modulo 2³².
  static IntegerLanes quotient(const IntegerLanes& multiple) {
    QUOTH_EACH_PART(
        IntegerLanes,
        same_bits<IntegerPart>(same_bits<SignedPart>(multiple.part[p]) >> 3) * 0xAAAAAAABU);
  }

  static void finish(const PackedMatrix& matrix, std::size_t output, const RowQuads& quads,
                     const Values& values, const std::int32_t* sums, float* x) {
    const ColumnScale scale(matrix, output);
    const std::size_t size = values.blocks * most_rows * lanes;
    for (std::size_t quad = 0; quad < quads.size(); ++quad) {
      IntegerLanes m[products];
      for (std::size_t product = 0; product < products; ++product)
        m[product] = load(sums + product * size + quad * lanes);
      const IntegerLanes sum12 = m[1] + m[2], difference12 = m[1] - m[2];
      const IntegerLanes sum34 = m[3] + m[4], difference34 = m[3] - m[4];
      const IntegerLanes made[RowQuads::outputs] = {
          m[0] + sum12 + sum34, difference12 + (difference34 << 1), sum12 + (sum34 << 2),
          difference12 + (difference34 << 3) + m[5]};
      std::size_t row = quads.first_row(quad);
      for (std::size_t n = 0; n < RowQuads::outputs && row < quads.count; ++n) {
        float* to = x + row * values.width + output;
        store(to, load(to) + byte_gelu_of(scale.floats_of(quotient(made[n]), values.scale[quad])));
        row += quads.dilation;
      }
    }
  }
};

}  // namespace
}  // namespace quoth::nn
