#pragma once

#include <cstddef>
#include <memory>

#include "nn/linear.h"

namespace quoth::nn {

/// A dilated convolution over three rows, with a residual (van den Oord et al. 2016, without gates): x[r] += gelu(W·(x[r − dilation],
/// x[r], x[r + dilation]) + b); rows beyond the ends are zeros. int8 kernels quantise the six rows that the outputs r, r + dilation,
/// r + 2 · dilation and r + 3 · dilation read with one scale, r counting every fourth run of `dilation` rows; they agree bit for bit.
/// Immutable; any number of threads may apply it, each with its own workspace.
class Convolution {
 public:
  /// REQUIRES: matrix is [width, 3 · width], width a multiple of 16; dilation > 0.
  Convolution(const MatrixView& matrix, std::size_t dilation, const Kernels& kernels);

  /// `x` is [count, width], row-major, and is changed in place.
  void apply_onto(std::size_t count, float* x, Workspace& workspace) const;

 private:
  struct Packed;
  std::shared_ptr<const Packed> packed_;
};

}  // namespace quoth::nn
