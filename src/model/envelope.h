#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "quoth/result.h"

namespace quoth::model {

/// The 64 bytes before the body, verified.
struct Envelope {
  std::span<const std::byte> body;
  std::string sha256;  ///< Of the body, in hexadecimal.
};

/// Checks magic, version, length and hash. `name` stands for the file in messages. Fails with
/// model_corrupt or model_too_new.
Result<Envelope> open_envelope(std::span<const std::byte> file, std::string_view name);

}  // namespace quoth::model
