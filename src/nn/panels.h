#pragma once

// The layout of weights that the AMX, AVX-512-VNNI and AVX2 kernels share.
//
//     panel p: outputs 16p … 16p+15         one line of 64 bytes: 16 outputs × 4 neighbouring inputs
//     line l of it: inputs 4l … 4l+3        o0i0 o0i1 o0i2 o0i3  o1i0 o1i1 o1i2 o1i3  …  o15i3
//
// A panel holds padded_columns / 4 lines. One line is an operand of vpdpbusd; sixteen are a tile of AMX. See lanes.h for why
// everything here is in an anonymous namespace.

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "nn/tiles.h"

namespace quoth::nn {
namespace {

constexpr std::size_t panel_width = 16;
constexpr std::size_t line_inputs = 4;
constexpr std::size_t line_bytes = panel_width * line_inputs;

struct Panels {
  static std::size_t packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
    return padded_rows * padded_columns;
  }

  /// The line of `input` in the panel of `output`.
  static std::byte* line(std::byte* packed, std::size_t output, std::size_t input,
                         std::size_t padded_columns) {
    return packed + output / panel_width * panel_width * padded_columns +
           input / line_inputs * line_bytes;
  }

  /// Where the panels of a tile's outputs start, the second one panel_bytes() behind the first.
  static const std::byte* first_line(const PackedColumns& columns) {
    return columns.packed + columns.first * columns.padded_inputs + columns.from * panel_width;
  }
  static std::size_t panel_bytes(const PackedColumns& columns) {
    return panel_width * columns.padded_inputs;
  }

  static void pack_row(const std::int8_t* weights, std::size_t columns, std::size_t row,
                       std::size_t padded_columns, std::byte* out) {
    std::byte* to = line(out, row, 0, padded_columns) + row % panel_width * line_inputs;
    const std::size_t whole = columns / line_inputs * line_inputs;
    for (std::size_t c = 0; c < whole; c += line_inputs, to += line_bytes) {
      std::memcpy(to, weights + c, line_inputs);
    }
    std::memcpy(to, weights + whole, columns - whole);
  }

  static void pack_four_inputs(const IntegerLanes (&four)[line_inputs], std::size_t first_output,
                               std::size_t first_input, std::size_t padded_columns,
                               std::byte* out) {
    const IntegerLanes low = (four[0] & 0xFFU) | ((four[1] & 0xFFU) << 8);
    const IntegerLanes bytes = low | ((four[2] & 0xFFU) << 16) | (four[3] << 24);
    std::memcpy(line(out, first_output, first_input, padded_columns), &bytes, line_bytes);
  }
};

}  // namespace
}  // namespace quoth::nn
