// Plain C++: the slow twin that the others are compared with, and the fallback. Weights stay row-major, widened to 16 bits.

#include "nn/integer_kernels.h"

namespace quoth::nn {
namespace {

struct PortableDot {
  static void begin() {}
  static void end() {}

  static std::size_t packed_bytes(std::size_t padded_rows, std::size_t padded_columns) {
    return padded_rows * padded_columns * sizeof(std::int16_t);
  }

  static void pack(const std::int8_t* weight, std::size_t rows, std::size_t columns,
                   std::size_t stride, std::byte* out) {
    const std::size_t padded_columns = padded(columns, column_block);
    auto* to = reinterpret_cast<std::int16_t*>(out);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < columns; ++c) to[r * padded_columns + c] = weight[r * stride + c];
    }
  }

  static void multiply_tile(const std::uint8_t* rows, std::size_t stride, std::size_t count,
                            const std::byte* packed, std::size_t first_column, std::size_t columns,
                            std::int32_t* sums) {
    const auto* weights = reinterpret_cast<const std::int16_t*>(packed) + first_column * columns;
    for (std::size_t r = 0; r < count; ++r) {
      alignas(64) std::int16_t wide[longest_row];
      for (std::size_t c = 0; c < columns; ++c) wide[c] = rows[r * stride + c];
      for (std::size_t n = 0; n < tile; ++n) {
        std::int32_t total = 0;
        const std::int16_t* weight = weights + n * columns;
        for (std::size_t c = 0; c < columns; ++c) total += std::int32_t{wide[c]} * weight[c];
        sums[r * tile + n] = total;
      }
    }
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
