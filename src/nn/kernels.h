#pragma once

#include <string_view>
#include <vector>

namespace quoth::nn {

/// The innermost loops for one instruction set. The int8 ones (amx, vnni, avx2, portable) give the same
/// bits everywhere; f32 is the reference on dequantised weights. The objects live for ever.
struct Kernels;

/// "auto" picks the fastest int8 kernels that this processor has. Null: unknown name, or the
/// processor (or the operating system, for AMX) cannot run them.
const Kernels* find_kernels(std::string_view name) noexcept;

std::string_view kernel_name(const Kernels& kernels) noexcept;

/// Names that find_kernels accepts on this machine, fastest first, "f32" last.
std::vector<std::string_view> available_kernels();

}  // namespace quoth::nn
