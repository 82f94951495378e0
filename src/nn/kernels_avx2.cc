// AVX2. vpmaddubsw saturates (255 · 127 · 2 exceeds 16 bits), so both sides are widened to 16 bits and multiplied by vpmaddwd, which is
// exact. One line of a panel (panels.h) makes four registers of four outputs, each output in two neighbouring lanes.

#include <immintrin.h>

#include "nn/integer_kernels.h"
#include "nn/panels.h"

namespace quoth::nn {
namespace {

struct Avx2Dot : Panels {
  static void begin() {}
  static void end() {}

  static void multiply_tile(const std::uint8_t* rows, std::size_t stride, std::size_t count,
                            const std::byte* packed, std::size_t first_column, std::size_t columns,
                            std::int32_t* sums) {
    for (std::size_t panel = 0; panel < tile; panel += panel_width) {
      const std::byte* lines = packed + (first_column + panel) * columns;
      for (std::size_t r = 0; r < count; r += 2) {
        multiply_rows(rows + r * stride, stride, lines, columns, sums + r * tile + panel);
      }
    }
  }

  /// Two rows by sixteen outputs. The second row may lie in the padding.
  static void multiply_rows(const std::uint8_t* rows, std::size_t stride, const std::byte* lines,
                            std::size_t columns, std::int32_t* sums) {
    __m256i total[2][4];
#pragma GCC unroll 2
    for (int r = 0; r < 2; ++r) {
#pragma GCC unroll 4
      for (int n = 0; n < 4; ++n) total[r][n] = _mm256_setzero_si256();
    }
    for (std::size_t c = 0; c < columns; c += 4) {
      __m256i input[2];
#pragma GCC unroll 2
      for (int r = 0; r < 2; ++r) {
        std::int32_t four;
        std::memcpy(&four, rows + static_cast<std::size_t>(r) * stride + c, sizeof four);
        input[r] = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
      }
#pragma GCC unroll 4
      for (int n = 0; n < 4; ++n) {
        const __m256i weight = _mm256_cvtepi8_epi16(
            _mm_loadu_si128(reinterpret_cast<const __m128i*>(lines + c / 4 * line_bytes + 16 * n)));
#pragma GCC unroll 2
        for (int r = 0; r < 2; ++r) {
          total[r][n] = _mm256_add_epi32(total[r][n], _mm256_madd_epi16(input[r], weight));
        }
      }
    }
    for (int r = 0; r < 2; ++r) {
      for (int n = 0; n < 4; ++n) {
        const __m256i pairs = _mm256_hadd_epi32(total[r][n], total[r][n]);
        const __m128i four =
            _mm_unpacklo_epi64(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
        std::memcpy(sums + static_cast<std::size_t>(r) * tile + 4 * static_cast<std::size_t>(n),
                    &four, sizeof four);
      }
    }
  }
};

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }

}  // namespace

const Kernels& avx2_kernels() noexcept {
  static constexpr Kernels kernels = integer_kernels<Avx2Dot>("avx2", &has_avx2);
  return kernels;
}

}  // namespace quoth::nn
