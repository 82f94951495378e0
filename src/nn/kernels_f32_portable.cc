// f32 on baseline registers; the same bits as its siblings.

#include "nn/float_kernels.h"

namespace quoth::nn {
namespace {

bool can_run() { return true; }

}  // namespace

const Kernels& f32_portable_kernels() noexcept {
  static constexpr Kernels kernels = float_kernels(&can_run);
  return kernels;
}

}  // namespace quoth::nn
