#pragma once

// The innermost loop of the AVX2 kernels, and the order in which it reads rows. To be included where AVX2 is compiled for; see lanes.h for why
// everything here is in an anonymous namespace.
//
// vpmaddubsw saturates (255 · 127 · 2 exceeds 16 bits), so both sides are widened to 16 bits and multiplied by vpmaddwd, which is exact. Rows are
// read in blocks: four inputs of each of its rows side by side, so that a step is one run of broadcasts. Six rows by eight outputs
// are twelve sums; with two registers of weights, an input and a product they fill the sixteen registers, and a step of twelve products costs
// eight loads.

#include "nn/tiles.h"

namespace quoth::nn {
namespace {

constexpr std::size_t most_rows = 6;  // Of a block.
constexpr std::size_t step_inputs = 4;
constexpr std::size_t step_outputs = 8;

/// Sixteen inputs of row `row` of a block of `rows`; `block` is where the block's first of them lie.
template <std::size_t rows>
QUOTH_INLINE void store_in_block(__m256i sixteen, std::size_t row, std::int16_t* block) {
  const auto put = [&](std::size_t step) {
    return reinterpret_cast<double*>(block + (step * rows + row) * step_inputs);
  };
  const __m128d low = _mm_castsi128_pd(_mm256_castsi256_si128(sixteen));
  const __m128d high = _mm_castsi128_pd(_mm256_extracti128_si256(sixteen, 1));
  _mm_storel_pd(put(0), low);
  _mm_storeh_pd(put(1), low);
  _mm_storel_pd(put(2), high);
  _mm_storeh_pd(put(3), high);
}

/// Sums of a block's rows by eight outputs. Weights: `weights(step)` gives those of outputs 0 … 3 and 4 … 7 for four inputs, each output in two
/// neighbouring lanes of 32 bits.
template <std::size_t rows, typename Weights>
QUOTH_INLINE void multiply_block(const std::int16_t* block, std::size_t inputs,
                                 const Weights& weights, const TileSums& out) {
  __m256i total[rows][2];
#pragma GCC unroll 6
  for (std::size_t r = 0; r < rows; ++r) {
    total[r][0] = _mm256_setzero_si256();
    total[r][1] = _mm256_setzero_si256();
  }
  for (std::size_t step = 0; step < inputs / step_inputs; ++step) {
    const auto [weight0, weight1] = weights(step);
#pragma GCC unroll 6
    for (std::size_t r = 0; r < rows; ++r) {
      std::int64_t four;
      std::memcpy(&four, block + (step * rows + r) * step_inputs, sizeof four);
      const __m256i input = _mm256_set1_epi64x(four);
      total[r][0] = _mm256_add_epi32(total[r][0], _mm256_madd_epi16(input, weight0));
      total[r][1] = _mm256_add_epi32(total[r][1], _mm256_madd_epi16(input, weight1));
      // Each sum stays in its register: gcc 12 gathers all products first, and spills.
      __asm__("" : "+x"(total[r][0]), "+x"(total[r][1]));
    }
  }
#pragma GCC unroll 6
  for (std::size_t r = 0; r < rows; ++r) {
    // Lanes 0 1 4 5 | 2 3 6 7 after the horizontal sum.
    const __m256i pairs = _mm256_hadd_epi32(total[r][0], total[r][1]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out.sums + r * out.stride),
                        _mm256_permute4x64_epi64(pairs, 0xD8));
  }
}

}  // namespace
}  // namespace quoth::nn
