#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "nn/kernels.h"
#include "nn/linear.h"
#include "nn/packed_matrix.h"

namespace quoth::nn {

/// Scratch memory of one thread, in slots that grow and are reused. A slot's content is undefined
/// when it is asked for.
class Scratch {
 public:
  static constexpr std::size_t slots = 14;

  /// At least `size` bytes, aligned to a cache line. Not inline: see lanes.h.
  std::byte* bytes(std::size_t slot, std::size_t size);

 private:
  AlignedBytes buffers_[slots];
};

/// Rows in a buffer that kernels read are padded to this many.
constexpr std::size_t row_block = 32;
constexpr std::size_t column_block = 64;

constexpr std::size_t padded(std::size_t count, std::size_t block) {
  return (count + block - 1) / block * block;
}

/// Weight and bias of a layer norm.
struct NormView {
  const float* weight = nullptr;
  const float* bias = nullptr;
};

/// The inner layer of a feed-forward pair is computed, and quantised, in groups of so many units: a window's share of it
/// stays in L2, and each weight is read once. The second matrix is packed with this group.
constexpr std::size_t feed_forward_group = 384;

/// How the weights of a matrix lie in memory.
struct Packing {
  /// Bytes that the packed form takes. REQUIRES: multiples of row_block and column_block.
  std::size_t (*bytes)(std::size_t padded_rows, std::size_t padded_columns);
  /// Writes the packed form of a row-major matrix to zeroed memory.
  void (*pack)(const std::int8_t* weight, const float* scale, std::size_t rows, std::size_t columns,
               std::size_t padded_columns, std::byte* out);
};

/// One instruction set's loops. All matrices are row-major; widths of `linear_onto`, `feed_forward_onto`, `convolve_onto` and
/// `layer_norm` are multiples of 16.
struct Kernels {
  const char* name;
  bool (*available)();
  Packing product;      ///< For all but convolve_onto.
  Packing convolution;  ///< For convolve_onto; the matrix is [width, 3 · width].
  /// output[count, rows] = W·input[count, columns] + b.
  void (*linear)(const PackedMatrix& matrix, const float* input, std::size_t count, float* output,
                 Scratch& scratch);
  /// Self-attention in heads of 32: `matrix` [3 · width, width] makes query, key and value of `input`
  /// [count, width]; `output` [count, width] is not yet projected.
  void (*attention)(const PackedMatrix& matrix, const float* input, std::size_t count,
                    float* output, Scratch& scratch);
  /// x = norm(x + W·input + b), row by row.
  void (*linear_onto)(const PackedMatrix& matrix, const float* input, std::size_t count,
                      NormView norm, float* x, Scratch& scratch);
  /// x = norm(x + second · gelu(first · x + b) + b), row by row.
  void (*feed_forward_onto)(const PackedMatrix& first, const PackedMatrix& second,
                            std::size_t count, NormView norm, float* x, Scratch& scratch);
  /// x[r] += gelu(W·(x[r − dilation], x[r], x[r + dilation]) + b) for each of `count` rows, all from the rows as they were; rows
  /// beyond the ends are zeros. `matrix` is [width, 3 · width].
  void (*convolve_onto)(const PackedMatrix& matrix, std::size_t dilation, std::size_t count,
                        float* x, Scratch& scratch);
  void (*layer_norm)(float* x, std::size_t count, std::size_t width, NormView norm);
  void (*gelu)(float* x, std::size_t count);
};

const Kernels& portable_kernels() noexcept;
const Kernels& avx2_kernels() noexcept;
const Kernels& vnni_kernels() noexcept;
const Kernels& amx_kernels() noexcept;
const Kernels& f32_portable_kernels() noexcept;
const Kernels& f32_avx2_kernels() noexcept;
const Kernels& f32_avx512_kernels() noexcept;

}  // namespace quoth::nn
