// f32 on AVX512 registers; the same bits as its siblings.

#include "nn/float_kernels.h"

namespace quoth::nn {
namespace {

bool can_run() {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512vl") != 0;
}

}  // namespace

const Kernels& f32_avx512_kernels() noexcept {
  static constexpr Kernels kernels = float_kernels(&can_run);
  return kernels;
}

}  // namespace quoth::nn
