// AVX-512-VNNI. Eight rows by two panels: sixteen accumulators hide the latency of vpdpbusd, and each step costs two loads of weights and
// eight broadcasts for sixteen products. gcc 12 spills accumulators that are not zeroed and unrolled by pragma.

#include "nn/integer_kernels.h"
#include "nn/panels.h"

namespace quoth::nn {
namespace {

struct VnniDot : Panels {
  static constexpr std::size_t depth = 32;

  static void begin() {}
  static void end() {}

  static constexpr std::size_t rows_at_once = 8;

  template <typename Meanwhile>
  static void multiply_tile(const ByteRows& rows, const PackedColumns& columns, const TileSums& out,
                            const Meanwhile& meanwhile) {
    const std::byte* lines = first_line(columns);
    for (std::size_t r = 0; r < rows.count; r += rows_at_once) {
      multiply_rows(rows.bytes + r * rows.stride, rows.stride, lines, panel_bytes(columns),
                    columns.inputs, {out.sums + r * out.stride, out.stride});
    }
    meanwhile(0, 1);
  }

  /// Eight rows (some may lie in the padding) by 32 outputs.
  static void multiply_rows(const std::uint8_t* rows, std::size_t stride, const std::byte* lines,
                            std::size_t panel_size, std::size_t columns, const TileSums& out) {
    __m512i total[rows_at_once][2];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < rows_at_once; ++r) {
      total[r][0] = _mm512_setzero_si512();
      total[r][1] = _mm512_setzero_si512();
    }
    const std::byte* second = lines + panel_size;
    for (std::size_t c = 0; c < columns; c += 4) {
      const __m512i weight0 = _mm512_load_si512(lines + c * panel_width);
      const __m512i weight1 = _mm512_load_si512(second + c * panel_width);
#pragma GCC unroll 8
      for (std::size_t r = 0; r < rows_at_once; ++r) {
        std::int32_t four;
        std::memcpy(&four, rows + r * stride + c, sizeof four);
        const __m512i input = _mm512_set1_epi32(four);
        total[r][0] = _mm512_dpbusd_epi32(total[r][0], input, weight0);
        total[r][1] = _mm512_dpbusd_epi32(total[r][1], input, weight1);
      }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < rows_at_once; ++r) {
      _mm512_store_si512(out.sums + r * out.stride, total[r][0]);
      _mm512_store_si512(out.sums + r * out.stride + panel_width, total[r][1]);
    }
  }
};

bool has_vnni() {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512vnni") != 0;
}

}  // namespace

const Kernels& vnni_kernels() noexcept {
  static constexpr Kernels kernels = integer_kernels<VnniDot>("vnni", &has_vnni);
  return kernels;
}

}  // namespace quoth::nn
