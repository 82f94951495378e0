// AMX. Four accumulator tiles of 16 by 16 make the 32 by 32 of integer_kernels.h: each step of 64 inputs loads two tiles of activations and two
// of weights for four products. Linux lends the tiles to a process only when asked, once; their configuration belongs to the thread and is
// set at the start of a call and released at its end.

#include <sys/syscall.h>
#include <unistd.h>

#include "nn/integer_kernels.h"
#include "nn/panels.h"

namespace quoth::nn {
namespace {

struct alignas(64) TileConfiguration {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t row_bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};
static_assert(sizeof(TileConfiguration) == 64);

struct AmxDot : Panels {
  static constexpr std::size_t depth = 64;

  static void begin() {
    static constexpr TileConfiguration
        configuration;  // Static: gcc's intrinsic reads all 64 bytes but says 8.
    _tile_loadconfig(&configuration);
  }
  static void end() { _tile_release(); }

  template <typename Meanwhile>
  __attribute__((always_inline)) static void multiply_tile(const ByteRows& rows,
                                                           const PackedColumns& columns,
                                                           const TileSums& out,
                                                           const Meanwhile& meanwhile) {
    __asm__ volatile("" ::: "memory");  // gcc's tile loads do not say that they read memory.
    if (rows.count > 16) {
      multiply_32_rows(rows, columns, out, meanwhile);
    } else {
      multiply_16_rows(rows, columns, out, meanwhile);
    }
  }

  static constexpr std::size_t step_inputs = 64;

  template <typename Meanwhile>
  __attribute__((always_inline)) static void multiply_32_rows(const ByteRows& rows,
                                                              const PackedColumns& columns,
                                                              const TileSums& out,
                                                              const Meanwhile& meanwhile) {
    const std::byte* lines = first_line(columns);
    const std::byte* second = lines + panel_bytes(columns);
    const std::size_t steps = columns.inputs / step_inputs;
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (std::size_t step = 0; step < steps; ++step) {
      const std::size_t c = step * step_inputs;
      _tile_loadd(4, rows.bytes + c, rows.stride);
      _tile_loadd(6, lines + c * panel_width, line_bytes);
      _tile_loadd(7, second + c * panel_width, line_bytes);
      _tile_dpbusd(0, 4, 6);
      _tile_dpbusd(1, 4, 7);
      _tile_loadd(5, rows.bytes + 16 * rows.stride + c, rows.stride);
      _tile_dpbusd(2, 5, 6);
      _tile_dpbusd(3, 5, 7);
      meanwhile(step, steps);
    }
    const std::size_t stride = out.stride * sizeof(std::int32_t);
    _tile_stored(0, out.sums, stride);
    _tile_stored(1, out.sums + 16, stride);
    _tile_stored(2, out.sums + 16 * out.stride, stride);
    _tile_stored(3, out.sums + 16 * out.stride + 16, stride);
  }

  template <typename Meanwhile>
  __attribute__((always_inline)) static void multiply_16_rows(const ByteRows& rows,
                                                              const PackedColumns& columns,
                                                              const TileSums& out,
                                                              const Meanwhile& meanwhile) {
    const std::byte* lines = first_line(columns);
    const std::byte* second = lines + panel_bytes(columns);
    const std::size_t steps = columns.inputs / step_inputs;
    _tile_zero(0);
    _tile_zero(1);
    for (std::size_t step = 0; step < steps; ++step) {
      const std::size_t c = step * step_inputs;
      _tile_loadd(4, rows.bytes + c, rows.stride);
      _tile_loadd(6, lines + c * panel_width, line_bytes);
      _tile_loadd(7, second + c * panel_width, line_bytes);
      _tile_dpbusd(0, 4, 6);
      _tile_dpbusd(1, 4, 7);
      meanwhile(step, steps);
    }
    const std::size_t stride = out.stride * sizeof(std::int32_t);
    _tile_stored(0, out.sums, stride);
    _tile_stored(1, out.sums + 16, stride);
  }
};

bool processor_has_amx() {
  unsigned a = 7, b = 0, c = 0, d = 0;
  __asm__("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
  constexpr unsigned tile_and_int8 = 1U << 24U | 1U << 25U;
  return (d & tile_and_int8) == tile_and_int8;
}

/// Asks the kernel for the tile registers' state (ARCH_REQ_XCOMP_PERM of XTILEDATA).
bool tiles_are_lent() {
  constexpr long request_permission = 0x1023;
  constexpr long tile_data = 18;
  return syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
}

bool has_amx() {
  static const bool has = vnni_kernels().available() && processor_has_amx() && tiles_are_lent();
  return has;
}

}  // namespace

const Kernels& amx_kernels() noexcept {
  static constexpr Kernels kernels = integer_kernels<AmxDot>("amx", &has_amx);
  return kernels;
}

}  // namespace quoth::nn
