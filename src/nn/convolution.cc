#include "nn/convolution.h"

#include "nn/encoder.h"
#include "nn/kernel_table.h"
#include "nn/packed_matrix.h"
#include "nn/workspace.h"

namespace quoth::nn {

struct Convolution::Packed {
  PackedMatrix matrix;
  std::size_t dilation;
  const Kernels& kernels;
};

Convolution::Convolution(const MatrixView& matrix, std::size_t dilation, const Kernels& kernels)
    : packed_(new Packed{
          PackedMatrix(matrix, kernels.convolution, padded(matrix.columns, column_block)), dilation,
          kernels}) {}

void Convolution::apply_onto(std::size_t count, float* x, Workspace& workspace) const {
  packed_->kernels.convolve_onto(packed_->matrix, packed_->dilation, count, x,
                                 workspace.impl().kernels);
}

}  // namespace quoth::nn
