#pragma once

#include <optional>
#include <string_view>

#include "model/model.h"
#include "model/tensors.h"

namespace quoth::model {

/// Compares the tensors with what docs/formats/model.md demands for this configuration: each there, in its
/// type and shape, scales and other floats finite. The first difference, or nothing.
std::optional<Error> find_mismatch(const Config& config, const TensorTable& table,
                                   std::string_view name);

}  // namespace quoth::model
