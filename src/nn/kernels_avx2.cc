// AVX2. Half a line of a panel (panels.h) makes two registers of four outputs each. Rows are widened once, before they meet all 32 outputs.

#include "nn/avx2_rows.h"
#include "nn/integer_kernels.h"
#include "nn/minimal_convolution.h"
#include "nn/panels.h"

namespace quoth::nn {
namespace {

struct Avx2Dot : Panels {
  static constexpr std::size_t depth = 32;

  static void begin() {}
  static void end() {}

  static constexpr std::size_t longest_row =
      8192;  // The largest width that the model reader lets in.

  /// In blocks of six rows and of four, so that 32 come out even and no more than the padding is read.
  template <typename Meanwhile>
  static void multiply_tile(const ByteRows& rows, const PackedColumns& columns, const TileSums& out,
                            const Meanwhile& meanwhile) {
    for (std::size_t r = 0; r < rows.count;) {
      const std::size_t left = rows.count - r;
      const ByteRows from{rows.bytes + r * rows.stride, rows.stride, left};
      const TileSums to{out.sums + r * out.stride, out.stride};
      const bool four = left <= 4 || left == 7 || left == 8;
      if (four) {
        multiply_rows<4>(from, columns, to);
      } else {
        multiply_rows<most_rows>(from, columns, to);
      }
      r += four ? 4 : most_rows;
    }
    meanwhile(0, 1);
  }

 private:
  template <std::size_t rows>
  static void multiply_rows(const ByteRows& from, const PackedColumns& columns,
                            const TileSums& out) {
    alignas(32) std::int16_t block[rows * longest_row];
    for (std::size_t r = 0; r < rows; ++r) {
      const std::uint8_t* row = from.bytes + r * from.stride;
      for (std::size_t c = 0; c < columns.inputs; c += lanes) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row + c));
        store_in_block<rows>(_mm256_cvtepu8_epi16(bytes), r, block + c * rows);
      }
    }
    const std::byte* lines = first_line(columns);
    for (std::size_t n = 0; n < tile && n < columns.outputs; n += step_outputs) {
      const std::byte* half =
          lines + n / panel_width * panel_bytes(columns) + n % panel_width * line_inputs;
      const auto weights = [&](std::size_t step) __attribute__((always_inline)) {
        const auto* line = reinterpret_cast<const __m128i*>(half + step * line_bytes);
        return std::pair(_mm256_cvtepi8_epi16(_mm_load_si128(line)),
                         _mm256_cvtepi8_epi16(_mm_load_si128(line + 1)));
      };
      multiply_block<rows>(block, columns.inputs, weights, {out.sums + n, out.stride});
    }
  }
};

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }

}  // namespace

const Kernels& avx2_kernels() noexcept {
  static constexpr Kernels kernels =
      integer_kernels<Avx2Dot, MinimalConvolution>("avx2", &has_avx2);
  return kernels;
}

}  // namespace quoth::nn
