// What the matrix kernels reach on this machine: int8 operations a second of the largest layers, and word pieces a second of a whole
// encoder (12 layers of width 384, window of 254), one thread.

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "nn/encoder.h"
#include "nn/random_weights.h"

namespace {

using namespace quoth::nn;

template <typename Action>
double seconds_of(Action action) {
  action();  // Warms caches and page tables.
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto start = std::chrono::steady_clock::now();
    action();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    best = std::min(best, passed.count());
  }
  return best;
}

#if defined(__x86_64__) && defined(__GNUC__)
/// What vpdpbusd reaches when nothing is loaded: sixteen accumulators in registers.
__attribute__((target("avx512f,avx512vnni"))) double vnni_peak() {
  constexpr int rounds = 20'000'000;
  const double seconds = seconds_of([]() __attribute__((target("avx512f,avx512vnni"))) {
    for (int k = 0; k < rounds; ++k) {
      __asm__ volatile(
          "vpdpbusd %%zmm30, %%zmm31, %%zmm0\n vpdpbusd %%zmm30, %%zmm31, %%zmm1\n"
          "vpdpbusd %%zmm30, %%zmm31, %%zmm2\n vpdpbusd %%zmm30, %%zmm31, %%zmm3\n"
          "vpdpbusd %%zmm30, %%zmm31, %%zmm4\n vpdpbusd %%zmm30, %%zmm31, %%zmm5\n"
          "vpdpbusd %%zmm30, %%zmm31, %%zmm6\n vpdpbusd %%zmm30, %%zmm31, %%zmm7\n"
          "vpdpbusd %%zmm30, %%zmm31, %%zmm8\n vpdpbusd %%zmm30, %%zmm31, %%zmm9\n"
          "vpdpbusd %%zmm30, %%zmm31, %%zmm10\n vpdpbusd %%zmm30, %%zmm31, %%zmm11\n" ::
              : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9",
                "xmm10", "xmm11");
    }
  });
  return 12.0 * rounds * 64 * 2 / seconds / 1e9;
}

/// What tdpbusd reaches on tiles that are loaded once. REQUIRES: the kernels "amx" are available.
double amx_peak() {
  struct alignas(64) Configuration {
    std::uint8_t palette = 1;
    std::uint8_t rest[15] = {};
    std::uint16_t row_bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
    std::uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
  } configuration;
  constexpr int rounds = 1'000'000;
  const double seconds = seconds_of([&] {
    __asm__ volatile("ldtilecfg %0\n tilezero %%tmm4\n tilezero %%tmm5" ::"m"(configuration));
    for (int k = 0; k < rounds; ++k) {
      __asm__ volatile(
          "tdpbusd %tmm4, %tmm5, %tmm0\n tdpbusd %tmm4, %tmm5, %tmm1\n"
          "tdpbusd %tmm4, %tmm5, %tmm2\n tdpbusd %tmm4, %tmm5, %tmm3\n");
    }
    __asm__ volatile("tilerelease");
  });
  return 4.0 * rounds * 16 * 16 * 64 * 2 / seconds / 1e9;
}
#endif

double gigaoperations(const Kernels& kernels, std::size_t rows, std::size_t columns) {
  RandomWeights weights(1);
  const Linear linear(weights.matrix(rows, columns), kernels);
  const auto input = weights.floats(256 * columns, 0.0F, 1.0F);
  std::vector<float> output(256 * rows);
  Workspace workspace;
  const double seconds =
      seconds_of([&] { linear.apply(input.data(), 256, output.data(), workspace); });
  return 2.0 * 256 * static_cast<double>(rows * columns) / seconds / 1e9;
}

double pieces_a_second(const Kernels& kernels) {
  RandomWeights weights(2);
  const EncoderWeights shape = weights.encoder(12, 384, 1536, 1000, 256);
  const Encoder encoder(shape, kernels);
  const std::vector<EncoderInput> input(254);
  std::vector<float> output(254 * 384);
  Workspace workspace;
  const double seconds = seconds_of([&] { encoder.encode(input, 0, output.data(), workspace); });
  return 254 / seconds;
}

}  // namespace

int main() {
#if defined(__x86_64__) && defined(__GNUC__)
  if (find_kernels("vnni") != nullptr)
    fmt::print("vpdpbusd, registers only: {:.0f} GOP/s\n", vnni_peak());
  if (find_kernels("amx") != nullptr)
    fmt::print("tdpbusd, registers only: {:.0f} GOP/s\n", amx_peak());
#endif
  fmt::print("{:10} {:>14} {:>14} {:>14} {:>14}\n", "kernels", "384x384", "1152x384", "384x1536",
             "pieces/s");
  for (const std::string_view name : available_kernels()) {
    const Kernels& kernels = *find_kernels(name);
    fmt::print("{:10} {:>9.0f} GOP/s {:>8.0f} GOP/s {:>8.0f} GOP/s {:>14.0f}\n", name,
               gigaoperations(kernels, 384, 384), gigaoperations(kernels, 1152, 384),
               gigaoperations(kernels, 384, 1536), pieces_a_second(kernels));
  }
}
