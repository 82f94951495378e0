#include "nn/linear.h"

#include "nn/encoder.h"
#include "nn/kernel_table.h"
#include "nn/packed_matrix.h"
#include "nn/workspace.h"

namespace quoth::nn {

struct Linear::Packed {
  PackedMatrix matrix;
  const Kernels& kernels;
};

Linear::Linear(const MatrixView& matrix, const Kernels& kernels)
    : inputs_(matrix.columns),
      outputs_(matrix.rows),
      packed_(new Packed{PackedMatrix(matrix, kernels), kernels}) {}

void Linear::apply(const float* input, std::size_t count, float* output,
                   Workspace& workspace) const {
  packed_->kernels.linear(packed_->matrix, input, count, output, workspace.impl().kernels);
}

}  // namespace quoth::nn
