#include "nn/kernels.h"

#include <array>

#include "nn/encoder.h"
#include "nn/kernel_table.h"

namespace quoth::nn {
namespace {

/// Fastest first; f32's variants differ in speed alone and share its name.
std::array<const Kernels*, 7> all_kernels() {
  return {&amx_kernels(),        &vnni_kernels(),     &avx2_kernels(),        &portable_kernels(),
          &f32_avx512_kernels(), &f32_avx2_kernels(), &f32_portable_kernels()};
}

}  // namespace

const Kernels* find_kernels(std::string_view name) noexcept {
  for (const Kernels* kernels : all_kernels()) {
    if ((name == "auto" || name == kernels->name) && kernels->available()) return kernels;
  }
  return nullptr;
}

std::string_view kernel_name(const Kernels& kernels) noexcept { return kernels.name; }

std::vector<std::string_view> available_kernels() {
  std::vector<std::string_view> names;
  for (const Kernels* kernels : all_kernels()) {
    const bool known = !names.empty() && names.back() == kernels->name;
    if (!known && kernels->available()) names.emplace_back(kernels->name);
  }
  return names;
}

// The same on every instruction set, so any that this processor has will do.

void layer_norm(float* x, std::size_t count, std::size_t width, std::span<const float> weight,
                std::span<const float> bias) {
  static const Kernels& kernels = *find_kernels("auto");
  kernels.layer_norm(x, count, width, {weight.data(), bias.data()});
}

void gelu(float* x, std::size_t count) {
  static const Kernels& kernels = *find_kernels("auto");
  kernels.gelu(x, count);
}

}  // namespace quoth::nn
