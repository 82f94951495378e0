// AVX2. vpmaddubsw saturates (255 · 127 · 2 exceeds 16 bits), so both sides are widened to 16 bits and multiplied by vpmaddwd, which is
// exact. Half a line of a panel (panels.h) makes two registers of four outputs each, an output in two neighbouring lanes. The
// rows are widened once, before they meet all 32 outputs, so that a step of the inner loop is one load that repeats four inputs.

#include "nn/integer_kernels.h"
#include "nn/panels.h"

namespace quoth::nn {
namespace {

struct Avx2Dot : Panels {
  static constexpr std::size_t depth = 32;

  static void begin() {}
  static void end() {}

  static constexpr std::size_t rows_at_once = 4;
  static constexpr std::size_t outputs_at_once = 8;
  static constexpr std::size_t longest_row =
      8192;  // The largest width that the model reader lets in.

  template <typename Meanwhile>
  static void multiply_tile(const ByteRows& rows, const PackedColumns& columns, const TileSums& out,
                            const Meanwhile& meanwhile) {
    alignas(32) std::int16_t wide[rows_at_once * longest_row];
    const std::byte* lines = first_line(columns);
    for (std::size_t r = 0; r < rows.count; r += rows_at_once) {
      for (std::size_t k = 0; k < rows_at_once; ++k) {
        widen(rows.bytes + (r + k) * rows.stride, columns.inputs, wide + k * columns.inputs);
      }
      for (std::size_t n = 0; n < tile; n += outputs_at_once) {
        const std::byte* half =
            lines + n / panel_width * panel_bytes(columns) + n % panel_width * line_inputs;
        multiply_rows(wide, half, columns.inputs, {out.sums + r * out.stride + n, out.stride});
      }
    }
    meanwhile(0, 1);
  }

  static void widen(const std::uint8_t* row, std::size_t columns, std::int16_t* wide) {
    for (std::size_t c = 0; c < columns; c += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row + c));
      _mm256_store_si256(reinterpret_cast<__m256i*>(wide + c), _mm256_cvtepu8_epi16(bytes));
    }
  }

  /// Four rows (some may lie in the padding) by eight outputs.
  static void multiply_rows(const std::int16_t* wide, const std::byte* lines, std::size_t columns,
                            const TileSums& out) {
    __m256i total[rows_at_once][2];
#pragma GCC unroll 4
    for (std::size_t r = 0; r < rows_at_once; ++r) {
      total[r][0] = _mm256_setzero_si256();
      total[r][1] = _mm256_setzero_si256();
    }
    for (std::size_t c = 0; c < columns; c += line_inputs) {
      const auto* line = reinterpret_cast<const __m128i*>(lines + c * panel_width);
      const __m256i weight0 = _mm256_cvtepi8_epi16(_mm_load_si128(line));
      const __m256i weight1 = _mm256_cvtepi8_epi16(_mm_load_si128(line + 1));
#pragma GCC unroll 4
      for (std::size_t r = 0; r < rows_at_once; ++r) {
        std::int64_t four;
        std::memcpy(&four, wide + r * columns + c, sizeof four);
        const __m256i input = _mm256_set1_epi64x(four);
        total[r][0] = _mm256_add_epi32(total[r][0], _mm256_madd_epi16(input, weight0));
        total[r][1] = _mm256_add_epi32(total[r][1], _mm256_madd_epi16(input, weight1));
      }
    }
#pragma GCC unroll 4
    for (std::size_t r = 0; r < rows_at_once; ++r) {
      // Lanes 0 1 4 5 | 2 3 6 7 after the horizontal sum.
      const __m256i pairs = _mm256_hadd_epi32(total[r][0], total[r][1]);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(out.sums + r * out.stride),
                          _mm256_permute4x64_epi64(pairs, 0xD8));
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
