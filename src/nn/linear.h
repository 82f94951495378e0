#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "nn/kernels.h"

namespace quoth::nn {

class Workspace;

/// Borrowed weights of one layer as the model file holds them: `rows` outputs, `columns` inputs,
/// row-major; value = weight · scale of its row. `bias` is empty where the layer has none.
struct MatrixView {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::span<const std::int8_t> weight;  ///< rows · columns, in −127 … 127.
  std::span<const float> scale;         ///< rows.
  std::span<const float> bias;          ///< rows, or empty.
};

/// y = W·x + b for a batch of x, the weights packed for the kernels given. int8 kernels quantise each
/// x on its own (symmetric, its largest magnitude becomes 127), sum in 32-bit integers and scale
/// back in floats, and agree bit for bit; "f32" computes in floats on the dequantised weights.
/// Immutable; any number of threads may apply it, each with its own workspace.
class Linear {
 public:
  Linear(const MatrixView& matrix, const Kernels& kernels);

  std::size_t inputs() const noexcept { return inputs_; }
  std::size_t outputs() const noexcept { return outputs_; }

  /// `input` is [count, inputs()], `output` [count, outputs()], both row-major and not overlapping.
  /// A row's result does not depend on the other rows of the batch.
  void apply(const float* input, std::size_t count, float* output, Workspace& workspace) const;

 private:
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
  struct Packed;
  std::shared_ptr<const Packed> packed_;
};

}  // namespace quoth::nn
