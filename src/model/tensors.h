#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/result.h"

namespace quoth::model {

enum class ElementType : std::uint8_t { i8, u8, i32, f32 };

/// One tensor of a safetensors file: where its elements lie and what shape they have.
struct Tensor {
  ElementType type = ElementType::f32;
  std::vector<std::size_t> shape;
  std::span<const std::byte> bytes;  ///< Aligned to the element, as long as the file's bytes.
};

/// The tensors of a safetensors body by name, and its `config`. Every range lies inside the data
/// and is as long as type and shape demand.
struct TensorTable {
  std::map<std::string, Tensor, std::less<>> tensors;
  std::string config;
};

/// Fails with model_corrupt. `name` stands for the file in messages.
Result<TensorTable> read_tensors(std::span<const std::byte> body, std::string_view name);

}  // namespace quoth::model
