#pragma once

#include <string_view>

#include "model/model.h"
#include "quoth/result.h"

namespace quoth::model {

/// Reads the `config` text of a model file and checks every number against the reader's limits.
/// Fails with model_corrupt. `name` stands for the file in messages.
Result<Config> read_config(std::string_view json, std::string_view name);

}  // namespace quoth::model
