#pragma once

// The layout of weights that the AMX, AVX-512-VNNI and AVX2 kernels share.
//
//     panel p: outputs 16p … 16p+15         one line of 64 bytes: 16 outputs × 4 neighbouring inputs
//     line l of it: inputs 4l … 4l+3        o0i0 o0i1 o0i2 o0i3  o1i0 o1i1 o1i2 o1i3  …  o15i3
//
// A panel holds padded_columns / 4 lines. One line is an operand of vpdpbusd; sixteen are a tile of AMX. See integer_kernels.h for why
// everything here is in an anonymous namespace.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace quoth::nn {
namespace {

constexpr std::size_t panel_width = 16;
constexpr std::size_t line_bytes = 64;

struct Panels {
  static std::size_t packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
    return padded_rows * padded_columns;
  }

  /// `padded_columns` is `columns` rounded up to 64.
  static void pack(const std::int8_t* weight, std::size_t rows, std::size_t columns,
                   std::size_t stride, std::byte* out) {
    const std::size_t padded_columns = (columns + 63) / 64 * 64;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::int8_t* from = weight + r * stride;
      std::byte* panel = out + r / panel_width * panel_width * padded_columns + r % panel_width * 4;
      const std::size_t whole = columns / 4 * 4;
      for (std::size_t c = 0; c < whole; c += 4) std::memcpy(panel + c * panel_width, from + c, 4);
      std::memcpy(panel + whole * panel_width, from + whole, columns - whole);
    }
  }
};

}  // namespace
}  // namespace quoth::nn
