// Plain C++: the slow twin that the others are compared with, and the fallback. Weights stay row-major, widened to 16 bits.

#include "nn/integer_kernels.h"

namespace quoth::nn {
namespace {

struct PortableDot {
  static constexpr std::size_t depth = 32;

  static void begin() {}
  static void end() {}

  static std::size_t packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
    return padded_rows * padded_columns * sizeof(std::int16_t);
  }

  static void pack_row(const std::int8_t* weights, std::size_t columns, std::size_t row,
                       std::size_t padded_columns, std::byte* out) {
    std::int16_t* to = reinterpret_cast<std::int16_t*>(out) + row * padded_columns;
    for (std::size_t c = 0; c < columns; ++c) to[c] = std::int16_t{weights[c]};
  }

  static void pack_four_inputs(const IntegerLanes (&four)[4], std::size_t first_output,
                               std::size_t first_input, std::size_t padded_columns,
                               std::byte* out) {
    std::int16_t* to =
        reinterpret_cast<std::int16_t*>(out) + first_output * padded_columns + first_input;
    for (std::size_t n = 0; n < 4; ++n) {
      std::uint8_t bytes[lanes];
      store_low_bytes(bytes, four[n]);
      for (std::size_t k = 0; k < lanes; ++k) {
        to[k * padded_columns + n] = std::int16_t{static_cast<std::int8_t>(bytes[k])};
      }
    }
  }

  template <typename Meanwhile>
  static void multiply_tile(const ByteRows& rows, const PackedColumns& columns, const TileSums& out,
                            const Meanwhile& meanwhile) {
    const auto* weights = reinterpret_cast<const std::int16_t*>(columns.packed) +
                          columns.first * columns.padded_inputs + columns.from;
    for (std::size_t r = 0; r < rows.count; ++r) {
      alignas(64) std::int16_t wide[longest_row];
      for (std::size_t c = 0; c < columns.inputs; ++c) wide[c] = rows.bytes[r * rows.stride + c];
      for (std::size_t n = 0; n < tile; ++n) {
        std::int32_t total = 0;
        const std::int16_t* weight = weights + n * columns.padded_inputs;
        for (std::size_t c = 0; c < columns.inputs; ++c) total += std::int32_t{wide[c]} * weight[c];
        out.sums[r * out.stride + n] = total;
      }
    }
    meanwhile(0, 1);
  }

  static constexpr std::size_t longest_row =
      8192;  // The largest width that the model reader lets in.
};

bool always() { return true; }

}  // namespace

const Kernels& portable_kernels() noexcept {
  static constexpr Kernels kernels = integer_kernels<PortableDot>("portable", &always);
  return kernels;
}

}  // namespace quoth::nn
