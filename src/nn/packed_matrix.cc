#include "nn/packed_matrix.h"

#include <algorithm>
#include <numeric>

#include "nn/kernel_table.h"

namespace quoth::nn {

AlignedBytes::AlignedBytes(std::size_t size)
    : bytes_(static_cast<std::byte*>(
          ::operator new(std::max<std::size_t>(size, 1), std::align_val_t{64}))),
      size_(size) {
  std::fill_n(bytes_.get(), size, std::byte{0});
}

void AlignedBytes::Free::operator()(std::byte* bytes) const noexcept {
  ::operator delete(bytes, std::align_val_t{64});
}

PackedMatrix::PackedMatrix(const MatrixView& matrix, const Kernels& kernels)
    : PackedMatrix(matrix, kernels, padded(matrix.columns, column_block)) {}

PackedMatrix::PackedMatrix(const MatrixView& matrix, const Kernels& kernels,
                           std::size_t columns_of_group)
    : PackedMatrix(matrix, kernels.product, columns_of_group) {}

PackedMatrix::PackedMatrix(const MatrixView& matrix, const Packing& packing,
                           std::size_t columns_of_group)
    : rows(matrix.rows),
      columns(matrix.columns),
      padded_columns(padded(matrix.columns, column_block)),
      group(columns_of_group),
      weights(packing.bytes(padded(matrix.rows, row_block), padded_columns)),
      scale(padded(matrix.rows, row_block)),
      bias(padded(matrix.rows, row_block)),
      compensation(groups() * scale.size()) {
  std::copy(matrix.scale.begin(), matrix.scale.end(), scale.begin());
  std::copy(matrix.bias.begin(), matrix.bias.end(), bias.begin());
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int8_t* row = matrix.weight.data() + r * columns;
    for (std::size_t g = 0; g < groups(); ++g) {
      const std::int8_t* end = row + std::min(columns, (g + 1) * group);
      compensation[g * scale.size() + r] = 128 * std::accumulate(row + g * group, end, 0);
    }
  }
  packing.pack(matrix.weight.data(), scale.data(), rows, columns, padded_columns, weights.data());
}

std::byte* Scratch::bytes(std::size_t slot, std::size_t size) {
  if (buffers_[slot].size() < size) buffers_[slot] = AlignedBytes(size);
  return buffers_[slot].data();
}

}  // namespace quoth::nn
